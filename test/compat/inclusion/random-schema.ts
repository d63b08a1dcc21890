import type { Dialect, Json, Schema } from "../../../src/model.ts";

/** A seeded source of choices (mulberry32): the same seed gives the same schemas on every machine. */
export interface Chance {
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  chance(share: number): boolean;
}

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    chance: (share) => next() < share,
  };
}

const names = ["a", "b", "ab", "c", "constructor"] as const;
const patterns = [
  "^a",
  "b$",
  "^[ab]*$",
  "a|c",
  "^(?!a)",
  "^a{1,2}$",
  "\\d",
  "^.$",
  "^[^a]",
  "(?=.*b)a",
] as const;
const numbers = [0, 1, 2, 3, -1, 0.5, 1.5, 0.3, 10] as const;
const steps = [1, 2, 3, 0.5, 0.1, 1.5] as const;
const strings = ["", "a", "b", "ab", "ba", "aab", "c", "1", "é", "💧"] as const;
const typeNames = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

/** Small on purpose: few names, few numbers, so that random schemas meet. */
export function randomSchema(chance: Chance, dialect: Dialect): Schema {
  const modern = dialect === "2020-12" || dialect === "2019-09";
  const defs = modern ? "$defs" : "definitions";
  const root = schemaOf(chance, dialect, 3, defs);
  if (typeof root === "boolean" || Object.hasOwn(root, "$ref")) return root;
  return {
    ...root,
    [defs]: { one: schemaOf(chance, dialect, 2, defs), two: descending(chance, dialect, defs) },
  };
}

/** Refers to others only below members or items, so that recursion ends. */
function descending(chance: Chance, dialect: Dialect, defs: string): Schema {
  const to = { $ref: chance.pick([`#/${defs}/two`, "#"]) };
  return chance.pick<Schema>([
    { type: "object", properties: { a: to, b: { type: "integer" } } },
    { type: "object", properties: { a: to }, required: ["a"] },
    { type: "array", items: to },
    { anyOf: [{ type: "null" }, { type: "array", items: to, minItems: 1 }] },
    { properties: { a: to, b: leaf(chance, dialect) }, additionalProperties: false },
  ]);
}

function leaf(chance: Chance, dialect: Dialect): Schema {
  return schemaOf(chance, dialect, 0, "$defs");
}

function schemaOf(chance: Chance, dialect: Dialect, depth: number, defs: string): Schema {
  if (chance.chance(0.06)) return dialect === "draft-04" ? {} : chance.chance(0.6);
  const schema: Record<string, Json> = {};
  const below = () => schemaOf(chance, dialect, depth - 1, defs);
  const legacy = dialect !== "2020-12" && dialect !== "2019-09";
  if (depth > 0 && depth < 3 && chance.chance(0.08)) return { $ref: `#/${defs}/two` };
  if (depth === 3 && chance.chance(0.1)) schema["allOf"] = [{ $ref: `#/${defs}/one` }];
  const count = 1 + chance.below(3);
  for (let index = 0; index < count; index++) {
    const keyword = chance.pick(depth > 0 ? [...flat, ...deep] : flat);
    switch (keyword) {
      case "type":
        schema["type"] = chance.chance(0.7)
          ? chance.pick(typeNames)
          : [...new Set([chance.pick(typeNames), chance.pick(typeNames)])];
        break;
      case "enum":
        schema["enum"] = Array.from({ length: 1 + chance.below(3) }, () => randomValue(chance, 1));
        break;
      case "const":
        if (dialect !== "draft-04") schema["const"] = randomValue(chance, 1);
        break;
      case "minimum":
      case "maximum":
        schema[keyword] = chance.pick(numbers);
        break;
      case "exclusiveMinimum":
        if (dialect !== "draft-04") schema["exclusiveMinimum"] = chance.pick(numbers);
        else Object.assign(schema, { minimum: chance.pick(numbers), exclusiveMinimum: true });
        break;
      case "multipleOf":
        schema["multipleOf"] = chance.pick(steps);
        break;
      case "minLength":
      case "maxLength":
      case "minItems":
      case "maxItems":
      case "minProperties":
      case "maxProperties":
        schema[keyword] = chance.below(4);
        break;
      case "pattern":
        schema["pattern"] = chance.pick(patterns);
        break;
      case "required":
        schema["required"] = [...new Set([chance.pick(names), chance.pick(names)])];
        break;
      case "uniqueItems":
        schema["uniqueItems"] = chance.chance(0.8);
        break;
      case "dependentRequired":
        schema[legacy ? "dependencies" : "dependentRequired"] = {
          [chance.pick(names)]: [chance.pick(names)],
        };
        break;
      case "properties":
        schema["properties"] = Object.fromEntries(
          Array.from({ length: 1 + chance.below(3) }, () => [chance.pick(names), below()]),
        );
        break;
      case "patternProperties":
        schema["patternProperties"] = Object.fromEntries(
          Array.from({ length: 1 + chance.below(2) }, () => [chance.pick(patterns), below()]),
        );
        break;
      case "additionalProperties":
        schema["additionalProperties"] = chance.chance(0.4) ? false : below();
        break;
      case "propertyNames":
        if (dialect !== "draft-04") schema["propertyNames"] = below();
        break;
      case "dependentSchemas":
        schema[legacy ? "dependencies" : "dependentSchemas"] = { [chance.pick(names)]: below() };
        break;
      case "items":
        schema["items"] = below();
        break;
      case "prefixItems": {
        const list = Array.from({ length: 1 + chance.below(2) }, below);
        schema[dialect === "2020-12" ? "prefixItems" : "items"] = list;
        if (dialect !== "2020-12" && chance.chance(0.5)) schema["additionalItems"] = below();
        break;
      }
      case "contains":
        if (dialect === "draft-04") break;
        schema["contains"] = below();
        if (!legacy && chance.chance(0.4)) schema["minContains"] = chance.below(3);
        if (!legacy && chance.chance(0.4)) schema["maxContains"] = chance.below(3);
        break;
      case "allOf":
      case "anyOf":
      case "oneOf":
        schema[keyword] = Array.from({ length: 1 + chance.below(3) }, below);
        break;
      case "not":
        schema["not"] = below();
        break;
      case "if":
        if (dialect !== "draft-04" && dialect !== "draft-06") {
          Object.assign(schema, { if: below(), then: below(), ...(chance.chance(0.5) && { else: below() }) });
        }
        break;
      case "unevaluated":
        if (legacy) break;
        schema[chance.pick(["unevaluatedProperties", "unevaluatedItems"])] = chance.chance(0.6)
          ? false
          : below();
        break;
    }
  }
  return schema;
}

const flat = [
  "type",
  "type",
  "enum",
  "const",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "required",
  "uniqueItems",
  "dependentRequired",
] as const;
const deep = [
  "properties",
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "dependentSchemas",
  "items",
  "prefixItems",
  "contains",
  "allOf",
  "anyOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "unevaluated",
] as const;

/** The schema with one small edit somewhere, as people make them. */
export function edited(schema: Schema, chance: Chance, dialect: Dialect): Schema {
  if (typeof schema === "boolean" || chance.chance(0.15)) return combined(schema, chance, dialect);
  const copy: Record<string, Json> = { ...schema };
  const keys = Object.keys(copy).filter((key) => key !== "$defs" && key !== "definitions" && key !== "$ref");
  const [first, ...others] = keys;
  if (first === undefined) return combined(schema, chance, dialect);
  const key = chance.pick([first, ...others]);
  const value = copy[key];
  if (typeof value === "number") copy[key] = Math.max(0, value + chance.pick([-1, 1, 0.5]));
  else if (isPlain(value) && key !== "const") {
    const members = Object.keys(value);
    const member = members[chance.below(members.length)];
    if (key === "properties" && member !== undefined && chance.chance(0.7)) {
      const inner = value[member];
      copy[key] = {
        ...value,
        [member]: isPlain(inner) || typeof inner === "boolean" ? edited(inner, chance, dialect) : {},
      };
    } else if (
      ["not", "items", "contains", "additionalProperties", "propertyNames", "if", "then"].includes(key)
    ) {
      copy[key] = edited(value, chance, dialect);
    } else delete copy[key];
  } else if (Array.isArray(value) && value.length > 1) copy[key] = value.slice(1);
  else if (chance.chance(0.5)) delete copy[key];
  else return combined(schema, chance, dialect);
  return copy;
}

function isPlain(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function combined(schema: Schema, chance: Chance, dialect: Dialect): Schema {
  const { $defs, definitions, ...rest } = isPlain(schema) ? schema : {};
  const self: Json = typeof schema === "boolean" ? (dialect === "draft-04" ? {} : schema) : rest;
  const other = leaf(chance, dialect);
  const kept = { ...($defs !== undefined && { $defs }), ...(definitions !== undefined && { definitions }) };
  return chance.pick<Schema>([
    { ...kept, allOf: [self, other] },
    { ...kept, anyOf: [self, other] },
    { ...kept, oneOf: [self, other] },
    { ...kept, not: { not: self } },
    { ...kept, anyOf: [{ allOf: [self, other] }, { allOf: [self, { not: other }] }] },
  ]);
}

export function randomValue(chance: Chance, depth: number): Json {
  const kind = chance.below(depth > 0 ? 8 : 5);
  if (kind === 0) return null;
  if (kind === 1) return chance.chance(0.5);
  if (kind === 2) return chance.pick(numbers);
  if (kind < 5) return chance.pick(strings);
  if (kind < 7) {
    const members = Array.from(
      { length: chance.below(4) },
      () => [chance.pick(names), randomValue(chance, depth - 1)] as const,
    );
    return Object.fromEntries(members);
  }
  return Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1));
}
