import type { Json } from "../model.ts";
import { isArray, isObject } from "../schema/json.ts";
import { tsPropertyKey } from "./ts-property-key.ts";
import { tsString } from "./ts-string.ts";

/** A JSON value as a literal of TypeScript or JavaScript, an entry a line where it is long. */
export function tsLiteral(value: Json, indent = ""): string {
  if (typeof value === "string") return tsString(value);
  if (!isArray(value) && !isObject(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = isArray(value)
    ? value.map((item) => tsLiteral(item, inner))
    : Object.entries(value).map(([name, held]) => `${tsPropertyKey(name)}: ${tsLiteral(held, inner)}`);
  const [open, close] = isArray(value) ? ["[", "]"] : ["{ ", " }"];
  const flat = `${open}${entries.join(", ")}${close}`;
  if (entries.length === 0) return isArray(value) ? "[]" : "{}";
  if (flat.length + indent.length < 100 && !flat.includes("\n")) return flat;
  return `${open.trim()}\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}${close.trim()}`;
}
