import { tsString } from "../../src/escape/index.ts";
import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";

const [inLiteral, inName, beginsName] = [1, 2, 4];

/** What each ASCII character may be part of: text that is its own literal, an identifier, the beginning of one. */
const parts = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (
    (/[\w $./:;,@#%&*()[\]{}|?!=+~^-]/.test(character) ? inLiteral : 0) |
    (/[\w$]/.test(character) ? inName : 0) |
    (/[A-Za-z_$]/.test(character) ? beginsName : 0)
  );
});

/** Whether every character from `start` on may be part of that. */
function isAll(text: string, part: number, start = 0): boolean {
  for (let at = start; at < text.length; at++) {
    if (((parts[text.charCodeAt(at)] ?? 0) & part) === 0) return false;
  }
  return true;
}

/** A JSON value as a JavaScript expression; the only way schema text reaches emitted code. */
export function js(value: Json): string {
  if (typeof value === "string") return isAll(value, inLiteral) ? `"${value}"` : tsString(value);
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
  const identifier = ((parts[name.charCodeAt(0)] ?? 0) & beginsName) !== 0 && isAll(name, inName, 1);
  return identifier ? `${object}.${name}` : `${object}[${js(name)}]`;
}
