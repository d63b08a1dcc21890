import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";

const attemptLimit = 400;
const workLimit = 500_000;

/** Drops members and items, shortens strings and plainer values, as long as the rest still separates. */
export function shrink(instance: Json, separates: (candidate: Json) => boolean): Json {
  let current = instance;
  let attempts = 0;
  let work = 0;
  const tries = (candidate: Json): boolean => {
    attempts++;
    work += sizeOf(candidate);
    return attempts <= attemptLimit && work <= workLimit && separates(candidate);
  };
  for (let shrunk = true; shrunk && attempts < attemptLimit && work < workLimit; ) {
    shrunk = false;
    for (const candidate of smaller(current)) {
      if (attempts >= attemptLimit || work >= workLimit) break;
      if (!tries(candidate)) continue;
      current = candidate;
      shrunk = true;
      break;
    }
  }
  return current;
}

/** Everything one step smaller, the boldest steps first. */
function* smaller(value: Json): Generator<Json> {
  if (isArray(value)) {
    for (let size = value.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = 0; from < value.length; from += size) yield value.toSpliced(from, size);
    }
    for (const [index, item] of value.entries()) {
      if (index >= 16) break;
      for (const less of smaller(item)) yield value.with(index, less);
    }
  } else if (isObject(value)) {
    const entries = Object.entries(value);
    for (let size = entries.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = 0; from < entries.length; from += size)
        yield Object.fromEntries(entries.toSpliced(from, size));
    }
    for (const [index, [name, member]] of entries.entries()) {
      for (const less of smaller(member)) yield Object.fromEntries(entries.with(index, [name, less]));
    }
  } else if (typeof value === "string" && value.length > 1) {
    for (
      let size = value.length;
      size > value.length / 64 && size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      yield value.slice(0, value.length - size);
    }
  } else if (typeof value === "number" && value !== 0) {
    yield 0;
    if (Math.abs(value) > 1) yield Math.sign(value);
  }
}

function sizeOf(value: Json): number {
  if (typeof value === "string") return 1 + value.length / 16;
  if (isArray(value)) {
    let size = 1;
    let item = 0;
    for (const [index, one] of value.entries()) {
      // Long arrays the engine writes repeat one item; and more than the limit is enough to know.
      if (index === 0 || one !== value[index - 1]) item = sizeOf(one);
      size += item;
      if (size > workLimit) break;
    }
    return size;
  }
  return isObject(value) ? Object.values(value).reduce<number>((sum, member) => sum + sizeOf(member), 1) : 1;
}
