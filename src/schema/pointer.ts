import type { Json } from "../model.ts";
import { isArray, isObject, own } from "./json.ts";

/** One reference token, escaped for a JSON Pointer (RFC 6901). */
export function escapeToken(name: string): string {
  return name.includes("~") || name.includes("/") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name;
}

/** The pointer to a member or item of the value at `pointer`. */
export function append(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === "number" ? token : escapeToken(token)}`;
}

/** The reference tokens of a pointer, unescaped; undefined where the text is not a JSON Pointer. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a pointer by own members only; undefined where there is none. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  let value: Json | undefined = root;
  for (const token of tokens) {
    value = value === undefined ? undefined : member(value, token);
  }
  return value;
}

/** The member or item a reference token names, by own members only. */
export function member(value: Json, token: string): Json | undefined {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) ? own(value, token) : undefined;
}

/** The property whose schema a pointer leads into, the innermost: `id` of `/properties/id/type`. */
export function propertyAt(pointer: string): string | undefined {
  const tokens = parsePointer(pointer) ?? [];
  return tokens[tokens.slice(0, -1).lastIndexOf("properties") + 1 || tokens.length];
}
