import { tsPropertyKey, tsString } from "../../src/escape/index.ts";
import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";

/** A JSON value as a JavaScript literal, an entry a line where it is long; no declared text reaches code another way. */
export function literal(value: Json, indent = ""): string {
  if (typeof value === "string") return tsString(value);
  if (!isArray(value) && !isObject(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([name, held]) => `${tsPropertyKey(name)}: ${literal(held, inner)}`);
  const [open, close] = isArray(value) ? ["[", "]"] : ["{", "}"];
  const flat = `${open} ${entries.join(", ")} ${close}`;
  if (entries.length === 0) return open + close;
  if (flat.length + indent.length < 100 && !flat.includes("\n")) return flat;
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}${close}`;
}
