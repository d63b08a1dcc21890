import { tsPropertyKey, tsString } from "../../src/escape/index.ts";
import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";

/** A JSON value as a JavaScript literal on as many lines as it needs; the only way declared text reaches emitted code. */
export function literal(value: Json, indent = ""): string {
  if (typeof value === "string") return tsString(value);
  const entries = isArray(value)
    ? value.map((item) => literal(item, `${indent}  `))
    : isObject(value)
      ? Object.entries(value).map(([name, held]) => `${tsPropertyKey(name)}: ${literal(held, `${indent}  `)}`)
      : undefined;
  if (entries === undefined) return JSON.stringify(value);
  const [open, close] = isArray(value) ? ["[", "]"] : ["{", "}"];
  const flat = isArray(value) ? `[${entries.join(", ")}]` : `{ ${entries.join(", ")} }`;
  if (entries.length === 0) return open + close;
  if (flat.length + indent.length < 100 && !flat.includes("\n")) return flat;
  return `${open}\n${entries.map((entry) => `${indent}  ${entry},\n`).join("")}${indent}${close}`;
}
