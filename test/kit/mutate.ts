import type { Json, JsonObject } from "../../src/model.ts";

/** A number from 0 to below 1; the same seed, the same numbers (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

const values: readonly [Json, ...Json[]] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  5e-324,
  0.1,
  "",
  "string",
  "*/ ``` {{x}} | <b>",
  "\u202e\u0000\u001b[31m",
  "#",
  "#/$defs/a",
  "urn:waybill:fuzz.v1:Subject",
  "urn:waybill:fuzz.v1:Other:1",
  "../x",
  "^(a+)+$",
  "[",
  [],
  {},
  [{}],
  { $ref: "#" },
  { type: "string" },
  { const: 1 },
  [true, { type: "array" }],
];

const keywords: readonly [string, ...string[]] = [
  "type",
  "properties",
  "required",
  "items",
  "prefixItems",
  "additionalProperties",
  "unevaluatedProperties",
  "patternProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "$ref",
  "$dynamicRef",
  "$defs",
  "$id",
  "$schema",
  "$anchor",
  "enum",
  "const",
  "pattern",
  "format",
  "minItems",
  "maxItems",
  "minimum",
  "multipleOf",
  "uniqueItems",
  "dependentRequired",
  "propertyNames",
  "contains",
  "description",
  "examples",
  "x-kinds",
  "x-since",
  "x-storage",
  "x-invariants",
  "__proto__",
  "constructor",
  "toString",
  "",
];

/** The value with one thing in it replaced, taken out, doubled, moved or put in; never the given one changed. */
export function mutate(value: Json, random: Random): Json {
  if (random() < 0.15 || typeof value !== "object" || value === null) return pick(random, values);
  if (Array.isArray(value)) return mutateList(value, random);
  return mutateObject(value as JsonObject, random);
}

function mutateList(list: readonly Json[], random: Random): Json {
  const at = Math.floor(random() * (list.length + 1));
  const rest = [...list];
  const kind = random();
  const chosen = rest[at];
  if (chosen === undefined) rest.push(pick(random, values));
  else if (kind < 0.2) rest.splice(at, 1);
  else if (kind < 0.4) rest.push(chosen);
  else rest[at] = mutate(chosen, random);
  return rest;
}

function mutateObject(object: JsonObject, random: Random): Json {
  const names = Object.keys(object);
  const members = new Map<string, Json>(Object.entries(object));
  const [first, ...others] = names;
  if (first === undefined || random() < 0.25) members.set(pick(random, keywords), pick(random, values));
  else {
    const name = pick(random, [first, ...others]);
    const chosen = members.get(name) ?? null;
    const kind = random();
    if (kind < 0.15) members.delete(name);
    else if (kind < 0.3) {
      members.delete(name);
      members.set(pick(random, keywords), chosen);
    } else members.set(name, mutate(chosen, random));
  }
  return Object.fromEntries(members);
}

/** The bytes with one changed, taken out, doubled or cut off. */
export function damage(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  const at = Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.4) bytes[at] = Math.floor(random() * 256);
  else if (kind < 0.6) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  else if (kind < 0.8)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 40), bytes.subarray(at)]);
  else return bytes.subarray(0, at);
  return bytes;
}
