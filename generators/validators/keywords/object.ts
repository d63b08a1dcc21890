import { append, escapeToken } from "../../../src/schema/pointer.ts";
import { isArray } from "../../../src/schema/json.ts";
import { type Context, fail, failIf, inPlace, inside, staticToken, local } from "../context.ts";
import { readMember, refusesAbsent } from "../members.ts";
import { below } from "../module.ts";
import { js } from "../quote.ts";
import { isSimple } from "../simple.ts";
import { decidingAt, readNumber, readObject, readStrings } from "../read.ts";
import { statements } from "../statements.ts";
import { typesAt } from "../types.ts";
import { restStatements } from "./rest.ts";

/** The keywords of objects; `context.object` holds the instance's own members. */
export function objectStatements(context: Context): readonly string[] {
  const object = context.object;
  if (object === undefined) return [];
  return [
    ...memberStatements(context, object),
    ...sizes(context, object),
    ...dependencies(context, object),
    ...restStatements(context, object),
  ];
}

/** `properties` and `required`, each member read once. */
function memberStatements(context: Context, object: string): readonly string[] {
  const { module, place, mode, evaluated } = context;
  const properties = Object.keys(readObject(place.located, "properties") ?? {});
  const required = new Set(readStrings(place.located, "required"));
  const out: string[] = [];
  const names = [...new Set([...properties, ...required])];
  for (const name of mode === "guard" ? cheapFirst(context, names) : names) {
    if (mode === "collect") {
      const short = typedMember(context, object, name, required.has(name));
      if (short !== undefined) {
        out.push(...short);
        continue;
      }
    }
    const missing = required.has(name) ? fail(context, "rejectRequired", js(name)) : "";
    const source = readMember(module, object, name);
    const declared = Object.hasOwn(readObject(place.located, "properties") ?? {}, name);
    const variable = local(context, "m");
    const child = declared
      ? inside(context, append("/properties", name), variable, staticToken(escapeToken(name)))
      : undefined;
    const body = [
      ...(child === undefined ? [] : [statements(child)]),
      ...(declared && evaluated !== undefined ? [`${evaluated}.add(${js(name)});`] : []),
    ].filter((line) => line !== "");
    if (body.length === 0) {
      if (missing !== "") out.push(`if (${source} === undefined) ${missing}`);
      continue;
    }
    if (child?.place.located.schema === false && missing === "" && evaluated === undefined) {
      out.push(`if (${source} !== undefined) ${body[0]}`);
      continue;
    }
    const absent = missing === "" || (child !== undefined && refusesAbsent(module, child.place));
    if (mode === "guard" && missing !== "" && absent && body.join("\n").split(variable).length === 2) {
      out.push(body.join("\n").replace(variable, () => source));
      continue;
    }
    out.push(`${variable} = ${source};`);
    const present = [`if (${variable} !== undefined) {`, ...body, "}"];
    if (missing === "") out.push(...present);
    else if (mode === "collect")
      out.push(`if (${variable} === undefined) ${missing}`, "else {", ...body, "}");
    else if (absent) out.push(...body);
    else out.push(`if (${variable} === undefined) ${missing}`, ...body);
  }
  return out;
}

/**
 * Members that one look decides before those whose text or members must be gone through: rejecting is quicker so. Equal
 * ones stand together, which compresses well.
 */
function cheapFirst(context: Context, names: readonly string[]): readonly string[] {
  const properties = readObject(context.place.located, "properties") ?? {};
  const required = readStrings(context.place.located, "required");
  const rank = (name: string): string => {
    const place = Object.hasOwn(properties, name)
      ? below(context.module, context.place, append("/properties", name))
      : undefined;
    const said = place === undefined ? [] : decidingAt(place.located);
    const dear = place !== undefined && (!isSimple(place) || said.some((keyword) => texts.has(keyword)));
    const type = place === undefined ? [] : (typesAt(place.located) ?? []);
    return `${dear ? 1 : 0}${required.includes(name) ? 0 : 1}${type.join()} ${said.join()}`;
  };
  const ranked = names.map((name) => [rank(name), name] as const);
  return ranked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, name]) => name);
}

const texts = new Set(["pattern", "format", "multipleOf"]);

/** A member of one type, read and tested by the runtime: most of what a collector says, in a few bytes. */
function typedMember(
  context: Context,
  object: string,
  name: string,
  required: boolean,
): readonly string[] | undefined {
  const { module, place, pointer } = context;
  if (!Object.hasOwn(readObject(place.located, "properties") ?? {}, name)) return undefined;
  const variable = local(context, "m");
  const child = inside(context, append("/properties", name), variable, staticToken(escapeToken(name)));
  const [type, ...more] = typesAt(child.place.located) ?? [];
  if (type === undefined || more.length > 0) return undefined;
  const known = { ...child, type, object: type === "object" ? variable : undefined };
  const args = ["e", pointer, object, js(name), js(type), ...(required ? ["true"] : [])];
  const call = `${module.runtime("errors", "member")}(${args.join(", ")})`;
  const body = statements(known);
  return body === ""
    ? [`${call};`]
    : skipsAbsent(body, variable)
      ? [`${variable} = ${call};`, body]
      : [`${variable} = ${call};`, `if (${variable} !== undefined) {`, body, "}"];
}

/** Whether comparing is all the code does with a value: what is absent is neither less nor more than anything. */
function skipsAbsent(code: string, variable: string): boolean {
  return code
    .split("\n")
    .every(
      (line) =>
        line.startsWith(`if (${variable} `) && /^if \(\w+ (<|>|<=|>=|===) [^&|()]+\) \w+\(/.test(line),
    );
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
