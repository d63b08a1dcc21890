import type { Dialect, Json, JsonObject, Schema } from "../../../src/model.ts";
import { isArray, isObject } from "../../../src/schema/json.ts";
import { type Chance, randomSchema } from "./random-schema.ts";

/** A schema that accepts the document, and few others: the document with details left out. */
export function likeness(value: Json, chance: Chance, dialect: Dialect): JsonObject {
  const inner = (item: Json) => (chance.chance(0.6) ? likeness(item, chance, dialect) : { enum: [item] });
  if (chance.chance(0.2)) return { enum: [value] };
  if (isArray(value)) {
    const list = dialect === "2020-12" ? "prefixItems" : "items";
    return {
      type: "array",
      ...(value.length > 0 && { [list]: value.map(inner) }),
      minItems: value.length,
      ...(chance.chance(0.6) && { maxItems: value.length }),
    };
  }
  if (isObject(value)) {
    const names = Object.keys(value);
    return {
      type: "object",
      ...(names.length > 0 && { required: names }),
      properties: Object.fromEntries(names.map((name) => [name, inner(value[name] ?? null)])),
      ...(chance.chance(0.6) && { additionalProperties: false }),
    };
  }
  if (typeof value === "number") return { type: "number", minimum: value, maximum: value };
  if (typeof value === "string") {
    const length = [...value].length;
    return chance.pick<JsonObject>([
      { type: "string", minLength: length, maxLength: length },
      { type: "string", pattern: `^${roughly(value)}$`, minLength: length },
      { type: "string", pattern: roughly(value) },
    ]);
  }
  return { type: value === null ? "null" : "boolean" };
}

/** A pattern that the text matches. A dot stands for no line end (ECMAScript's, seeds 7574785 and 8109696). */
function roughly(text: string): string {
  return text.replaceAll(/[^a-zA-Z0-9]/gu, (other) => (/\s/.test(other) ? "\\s" : "."));
}

/** A condition that rejects the document, by what it is made of. */
export function against(value: Json, chance: Chance, dialect: Dialect): JsonObject {
  const not: JsonObject = { not: likeness(value, chance, dialect) };
  if (isArray(value) && value.length > 0) {
    const at = chance.below(value.length);
    const item = value[at] ?? null;
    const many = value.filter((other) => JSON.stringify(other) === JSON.stringify(item)).length;
    const options: JsonObject[] = [
      { maxItems: value.length - 1 },
      { minItems: value.length + 1 },
      { items: against(item, chance, dialect) },
    ];
    if (dialect !== "draft-04") options.push({ not: { contains: likeness(item, chance, dialect) } });
    if (many > 1) options.push({ uniqueItems: true });
    if (dialect === "2020-12" || dialect === "2019-09")
      options.push({ contains: { enum: [item] }, maxContains: many - 1, minContains: 0 });
    return chance.pick([not, ...options]);
  }
  if (isObject(value)) {
    const names = Object.keys(value);
    const name = names[chance.below(names.length)];
    if (name === undefined) return chance.pick([not, { minProperties: 1 }]);
    const member = value[name] ?? null;
    return chance.pick<JsonObject>([
      not,
      { maxProperties: names.length - 1 },
      { minProperties: names.length + 1 },
      { not: { required: [name] } },
      { properties: { [name]: against(member, chance, dialect) } },
      { patternProperties: { [`^${name}$`]: against(member, chance, dialect) } },
      { additionalProperties: against(member, chance, dialect) },
      { dependencies: { [name]: { not: { enum: [value] } } } },
      ...(dialect === "draft-04" ? [] : [{ propertyNames: { not: { enum: [name] } } }]),
    ]);
  }
  if (typeof value === "number") {
    if (dialect === "draft-04") return chance.pick([not, { minimum: value, exclusiveMinimum: true }]);
    return chance.pick<JsonObject>([not, { exclusiveMinimum: value }, { exclusiveMaximum: value }]);
  }
  return not;
}

/** The schema in another spelling, or a wider one. */
export function widerAround(schema: JsonObject, chance: Chance, dialect: Dialect): JsonObject {
  const other = randomSchema(chance, dialect);
  const alone = isObject(other) ? withoutDefinitions(other) : {};
  const aside = JSON.stringify(alone).includes("$ref") ? { type: "object" } : alone;
  return chance.pick<JsonObject>([
    { anyOf: [aside, schema] },
    { not: { not: schema } },
    { anyOf: [{ allOf: [schema, aside] }, { allOf: [schema, { not: aside }] }] },
    { allOf: [schema, { anyOf: [aside, schema] }] },
    { not: { allOf: [{ not: schema }, aside] } },
    ...(dialect === "draft-04" || dialect === "draft-06"
      ? []
      : [
          { if: aside, then: schema, else: { anyOf: [schema, {}] } },
          { if: schema, else: aside },
        ]),
    { oneOf: [schema, { allOf: [aside, { not: schema }] }] },
  ]);
}

export function withoutDefinitions(schema: JsonObject): JsonObject {
  const { $defs: _, definitions: __, ...rest } = schema;
  return rest;
}

/** A schema that accepts all the given one does, by an edit that can only widen; undefined where none is at hand. */
export function widened(schema: JsonObject, chance: Chance): JsonObject | undefined {
  const names = Object.keys(schema);
  const start = chance.below(names.length || 1);
  for (let step = 0; step < names.length; step++) {
    const name = names[(start + step) % names.length] ?? "";
    const wider = widenedAt(name, schema[name] ?? null, chance);
    if (wider === undefined) continue;
    const { [name]: _, ...rest } = schema;
    return wider === "dropped" ? rest : { ...rest, [name]: wider };
  }
  return undefined;
}

const droppable = [
  "minimum",
  "maximum",
  "pattern",
  "uniqueItems",
  "multipleOf",
  "const",
  "not",
  "propertyNames",
];

function widenedAt(name: string, value: Json, chance: Chance): Json | "dropped" | undefined {
  if (droppable.includes(name)) return "dropped";
  switch (name) {
    case "minLength":
    case "minItems":
    case "minProperties":
      return Number(value) - 1 < 0 ? "dropped" : Number(value) - 1;
    case "maxLength":
    case "maxItems":
    case "maxProperties":
      return Number(value) + 1;
    case "type":
      return chance.chance(0.5) ? "dropped" : [...new Set([value, "null", "string"].flat())];
    case "enum":
      return isArray(value) ? [...value, chance.pick([null, 7, "zz", [1], { a: 2 }])] : undefined;
    case "required":
      return isArray(value) && value.length > 1 ? value.slice(1) : "dropped";
    case "properties":
    case "patternProperties": {
      if (!isObject(value)) return undefined;
      const members = Object.keys(value);
      const member = members[chance.below(members.length)] ?? "";
      const inner = value[member];
      const wider = inner === false ? {} : isObject(inner) ? widened(inner, chance) : undefined;
      return wider && { ...value, [member]: wider };
    }
    case "items":
    case "additionalProperties":
      return value === false ? {} : isObject(value) ? widened(value, chance) : undefined;
    case "anyOf":
      return isArray(value)
        ? [...value, chance.pick<Schema>([{ type: "null" }, { minLength: 2 }, {}])]
        : undefined;
    case "allOf": {
      if (!isArray(value)) return undefined;
      const at = chance.below(value.length);
      const inner = value[at];
      const wider = isObject(inner) ? widened(inner, chance) : undefined;
      return wider && value.with(at, wider);
    }
  }
  return undefined;
}
