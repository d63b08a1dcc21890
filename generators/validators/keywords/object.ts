import { isArray } from "../../../src/schema/json.ts";
import { append } from "../../../src/schema/pointer.ts";
import { type Context, failIf, inPlace } from "../context.ts";
import { readMember } from "../members.ts";
import { js } from "../quote.ts";
import { readNumber, readObject } from "../read.ts";
import { ofMembers, ofObjects } from "../speaks.ts";
import { statements } from "../statements.ts";
import { memberStatements } from "./member.ts";
import { restStatements } from "./rest.ts";

/** The keywords of objects; `context.object` holds the instance's own members. */
export function objectStatements(context: Context): readonly string[] {
  const object = context.object;
  if (object === undefined) return [];
  const { speaks } = context.place;
  const members = (speaks & ofMembers) === 0 ? [] : memberStatements(context, object);
  if ((speaks & ofObjects) === 0) return members;
  return [
    ...members,
    ...sizes(context, object),
    ...dependencies(context, object),
    ...restStatements(context, object),
  ];
}

function sizes(context: Context, object: string): readonly string[] {
  const { module, place } = context;
  const least = readNumber(place.located, "minProperties");
  const most = readNumber(place.located, "maxProperties");
  const size = () => `${module.runtime("object", "size")}(${object})`;
  const say = (keyword: string, limit: number) => [js(keyword), js(limit)];
  return [
    ...(least === undefined || least <= 0
      ? []
      : [failIf(context, `${size()} < ${js(least)}`, "rejectSize", ...say("minProperties", least))]),
    ...(most === undefined
      ? []
      : [failIf(context, `${size()} > ${js(most)}`, "rejectSize", ...say("maxProperties", most))]),
  ];
}

/** `dependentRequired`, `dependentSchemas`, and `dependencies`, which was both. */
function dependencies(context: Context, object: string): readonly string[] {
  const { module, place } = context;
  return ["dependentRequired", "dependentSchemas", "dependencies"].flatMap((keyword) =>
    Object.entries(readObject(place.located, keyword) ?? {}).flatMap(([trigger, entry]) => {
      const body = isArray(entry)
        ? entry
            .filter((name) => typeof name === "string")
            .map((name) =>
              failIf(
                context,
                `${readMember(module, object, name)} === undefined`,
                "rejectDependent",
                js(keyword),
                js(trigger),
                js(name),
              ),
            )
        : keyword === "dependentRequired"
          ? []
          : [statements(inPlace(context, append(`/${keyword}`, trigger)))];
      const code = body.filter((line) => line !== "");
      return code.length === 0
        ? []
        : [`if (${readMember(module, object, trigger)} !== undefined) {`, ...code, "}"];
    }),
  );
}
