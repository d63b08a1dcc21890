import type { Type } from "./type.ts";

/** A text that is equal for types that print alike. */
export function key(type: Type): string {
  return JSON.stringify(type, (name, value: unknown) => {
    if (name === "docs") return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
