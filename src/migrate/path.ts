import type { Json, JsonObject } from "../model.ts";

/** The reference tokens of a pointer. */
export type Path = readonly string[];

/** The value at a path by own members only; undefined where there is none. */
export function read(value: Json | undefined, path: Path): Json | undefined {
  let found = value;
  for (const token of path) found = found === undefined ? undefined : memberOf(found, token);
  return found;
}

/** A copy with the value at a path; objects on the way are made. Undefined where something else stands in the way. */
export function write(value: Json | undefined, path: Path, put: Json): Json | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  if (Array.isArray(value)) {
    const inner = memberOf(value, first);
    const made = inner === undefined ? undefined : write(inner, rest, put);
    return made === undefined
      ? undefined
      : value.map((item, index) => (String(index) === first ? made : item));
  }
  if (value !== undefined && !isPlain(value)) return undefined;
  const made = write(value === undefined ? undefined : memberOf(value, first), rest, put);
  return made === undefined ? undefined : { ...value, [first]: made };
}

/** A copy without the member at a path; the same value where there is none. */
export function without(value: Json, path: Path): Json {
  const name = path.at(-1);
  const holder = read(value, path.slice(0, -1));
  if (name === undefined || !isPlain(holder) || !Object.hasOwn(holder, name)) return value;
  const kept = Object.fromEntries(Object.entries(holder).filter(([key]) => key !== name));
  return write(value, path.slice(0, -1), kept) ?? value;
}

/** A copy in which the member at a path has another name, in the same place. */
export function renamed(value: Json, path: Path, name: string): Json {
  const old = path.at(-1);
  const holder = read(value, path.slice(0, -1));
  if (!isPlain(holder)) return value;
  const kept = Object.fromEntries(
    Object.entries(holder).map(([key, held]) => [key === old ? name : key, held]),
  );
  return write(value, path.slice(0, -1), kept) ?? value;
}

/** The pointer of a path, for messages. */
export function shown(path: Path): string {
  return path.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function memberOf(value: Json, token: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isPlain(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

function isPlain(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
