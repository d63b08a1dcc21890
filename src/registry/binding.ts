import type { JsonObject, KindBinding, Schema } from "../model.ts";
import { isObject, own } from "../schema/json.ts";

/** The `x-kinds` of a schema, where it is as the gate demands. */
export function bindingOf(schema: Schema): KindBinding | undefined {
  const kinds = isObject(schema) ? own(schema, "x-kinds") : undefined;
  if (!isObject(kinds)) return undefined;
  const [discriminator, payload, map] = [
    own(kinds, "discriminator"),
    own(kinds, "payload"),
    own(kinds, "map"),
  ];
  if (typeof discriminator !== "string" || typeof payload !== "string" || !isObject(map)) return undefined;
  const block = own(kinds, "schema");
  return {
    discriminator,
    payload,
    map: stringMembers(map),
    ...(typeof block === "string" && { schema: block }),
  };
}

function stringMembers(map: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
