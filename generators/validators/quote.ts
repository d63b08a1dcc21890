import { tsString } from "../../src/escape/index.ts";
import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";

/** Text that is its own literal. */
const plain = /^[\w $./:;,@#%&*()[\]{}|?!=+~^-]*$/;

/** A JSON value as a JavaScript expression; the only way schema text reaches emitted code. */
export function js(value: Json): string {
  if (typeof value === "string") return plain.test(value) ? `"${value}"` : tsString(value);
  if (isArray(value)) return `[${value.map(js).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  // In a literal, a member of this name would set the prototype.
  if (Object.hasOwn(value, "__proto__"))
    return `/*#__PURE__*/ JSON.parse(${tsString(JSON.stringify(value))})`;
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${tsString(name)}: ${js(member)}`)
    .join(", ")} }`;
}

/** Reads a member by name: `o.id`, or `o["not-a-name"]`. */
export function memberOf(object: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${js(name)}]`;
}
