// The worst schemas we could think of that the gate lets pass: each under 1 MiB, within its depth and nodes.

/** So many of something. */
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const record = (count, make) => Object.fromEntries(times(count, make));
const text = { type: "string" };
const ref = (name) => ({ $ref: `#/$defs/${name}` });
/** A chain of definitions, each made of the next one; the last is a string. */
const chain = (length, link) => ({
  ...ref("d0"),
  $defs: { ...record(length, (i) => [`d${i}`, link(ref(`d${i + 1}`), i)]), [`d${length}`]: text },
});
const open = (schema) => ({ type: "object", properties: { value: schema, other: text } });

/** Each: a schema, and an instance worth validating where there is one. */
export const schemas = {
  "all-of-doubling": () => open(chain(60, (next) => ({ allOf: [next, next] }))),
  "any-of-doubling": () => open(chain(60, (next) => ({ anyOf: [next, next] }))),
  "one-of-doubling": () => open(chain(60, (next) => ({ oneOf: [next, next] }))),
  "if-doubling": () => open(chain(60, (next) => ({ if: next, then: next, else: next }))),
  "not-doubling": () => open(chain(60, (next) => ({ not: { allOf: [next, next] } }))),
  "properties-doubling": () =>
    open(chain(60, (next) => ({ type: "object", properties: { a: next, b: next }, required: ["a", "b"] }))),
  "prefix-items-doubling": () =>
    open(chain(60, (next) => ({ type: "array", prefixItems: [next, next], minItems: 2 }))),
  "any-of-properties-doubling": () =>
    open(
      chain(60, (next) => ({
        anyOf: [
          { type: "object", properties: { a: next, b: next } },
          { type: "array", items: next },
        ],
      })),
    ),
  "one-of-2000-objects": () => ({
    oneOf: times(2000, (i) => ({ type: "object", properties: { [`p${i}`]: text }, required: [`p${i}`] })),
  }),
  "one-of-2000-overlapping": () => ({
    oneOf: times(2000, (i) => ({
      type: "object",
      properties: { kind: { const: `k${i}` }, n: { type: "integer", minimum: i } },
    })),
  }),
  "any-of-6000": () => open({ anyOf: times(6000, (i) => ({ type: "integer", minimum: i })) }),
  "all-of-of-any-of": () =>
    open({
      allOf: times(24, (i) => ({
        anyOf: times(12, (j) => ({
          type: "object",
          properties: { [`p${i}`]: { const: j } },
          required: [`p${i}`],
        })),
      })),
    }),
  "all-of-of-one-of-strings": () =>
    open({
      allOf: times(20, (i) => ({
        oneOf: times(10, (j) => ({ type: "string", pattern: `^.{${i}}[${String.fromCharCode(97 + j)}z]` })),
      })),
    }),
  "all-of-of-not": () =>
    open({
      allOf: times(1500, (i) => ({
        not: { type: "object", properties: { [`p${i % 40}`]: { const: i } }, required: [`p${i % 40}`] },
      })),
    }),
  "if-chain": () =>
    open({
      allOf: times(1000, (i) => ({
        if: { properties: { k: { const: i } }, required: ["k"] },
        then: { required: [`p${i}`] },
      })),
    }),
  "properties-9000": () => ({ type: "object", properties: record(9000, (i) => [`p${i}`, text]) }),
  "properties-required": () => ({
    type: "object",
    properties: record(5000, (i) => [`p${i}`, text]),
    required: times(5000, (i) => `p${i}`),
  }),
  "properties-deep-enums": () => ({
    type: "object",
    properties: record(300, (i) => [`p${i}`, { enum: times(50, (j) => `v${j}`) }]),
  }),
  "enum-18000-strings": () => open({ enum: times(18000, (i) => `value ${i}`) }),
  "enum-18000-numbers": () => open({ enum: times(18000, (i) => i * 1.5) }),
  "enum-3000-objects": () => open({ enum: times(3000, (i) => ({ a: i, b: [i] })) }),
  "enum-long-strings": () => open({ enum: times(200, (i) => `${i} ${"x".repeat(4000)}`) }),
  "enum-open-18000": () => open({ anyOf: [{ enum: times(18000, (i) => `v${i}`) }, text] }),
  "const-document": () => open({ const: times(3000, (i) => ({ a: [i, "x", null], b: { c: i } })) }),
  "const-long-string": () => open({ const: "x".repeat(900_000) }),
  "ref-chain-3000": () => open(chain(3000, (next) => next)),
  "ref-chain-objects-1500": () =>
    open(chain(1500, (next) => ({ type: "object", properties: { a: next }, required: ["a"] }))),
  "refs-dense": () => ({
    ...ref("d0"),
    $defs: record(300, (i) => [
      `d${i}`,
      { type: "object", properties: record(20, (j) => [`p${j}`, ref(`d${(i * 7 + j * 13) % 300}`)]) },
    ]),
  }),
  "refs-dense-unions": () => ({
    ...ref("d0"),
    $defs: record(150, (i) => [
      `d${i}`,
      {
        anyOf: times(10, (j) => ({
          type: "object",
          properties: { [`p${j}`]: ref(`d${(i * 3 + j * 11) % 150}`) },
          required: [`p${j}`],
        })),
      },
    ]),
  }),
  "refs-recursive-pair": () => ({
    ...ref("a"),
    $defs: {
      a: {
        anyOf: [text, { type: "array", items: ref("b") }, { type: "object", additionalProperties: ref("a") }],
      },
      b: {
        anyOf: [
          { type: "integer" },
          { type: "array", items: ref("a") },
          { type: "object", additionalProperties: ref("b") },
        ],
      },
    },
  }),
  "dynamic-refs": () => ({
    type: "object",
    properties: record(1000, (i) => [`p${i}`, { $dynamicRef: "#node" }]),
    $defs: {
      node: { $dynamicAnchor: "node", type: "object", properties: { next: { $dynamicRef: "#node" } } },
    },
  }),
  "pattern-properties-1000": () => ({
    type: "object",
    patternProperties: record(1000, (i) => [`^p${i}.*[a-f]`, { type: "string", minLength: i }]),
    properties: record(1000, (i) => [`p${i}abc`, text]),
  }),
  "pattern-properties-overlapping": () => ({
    type: "object",
    patternProperties: record(200, (i) => [`.*a.{${i % 15}}b${i}`, { type: "string", maxLength: i }]),
    additionalProperties: false,
  }),
  "pattern-long": () => open({ type: "string", pattern: `^(${times(60_000, (i) => `w${i}`).join("|")})$` }),
  "pattern-counted": () => open({ type: "string", pattern: "^((a{0,99}){0,99}){0,99}$" }),
  "pattern-counted-huge": () => open({ type: "string", pattern: "^[a-z]{0,1000000}$" }),
  "pattern-states": () => open({ type: "string", pattern: "^(a|b)*a(a|b){40}$" }),
  "pattern-exponential": () => open({ type: "string", pattern: "^(a+)+$" }),
  "pattern-quadratic": () => open({ type: "string", pattern: "\\s+$" }),
  "pattern-nested-groups": () =>
    open({ type: "string", pattern: `${"(".repeat(20_000)}a${")".repeat(20_000)}` }),
  "patterns-300": () => ({
    type: "object",
    properties: record(300, (i) => [`p${i}`, { type: "string", pattern: `^(x|y)*${i}(x+y?)+$` }]),
  }),
  "patterns-intersected": () =>
    open({ allOf: times(40, (i) => ({ type: "string", pattern: `^(.{${i + 2}})*$` })) }),
  "classes-unicode": () =>
    open({
      type: "string",
      pattern: `^${"[\\p{L}\\p{N}&&]?".replace("&&", "")}`.concat("[^\\p{Lu}]+\\p{Ll}*".repeat(200)) + "$",
    }),
  "min-items-1e9": () => open({ type: "array", items: text, minItems: 1e9 }),
  "max-items-1e9": () => open({ type: "array", items: text, maxItems: 1e9 }),
  "max-items-tuple": () =>
    open({ type: "array", prefixItems: [text, text], items: text, minItems: 5, maxItems: 1e9 }),
  "min-length-1e9": () => open({ type: "string", minLength: 1e9 }),
  "min-properties-1e9": () => open({ type: "object", minProperties: 1e9 }),
  "min-contains-1e9": () => open({ type: "array", contains: text, minContains: 1e9 }),
  "unique-min-items": () =>
    open({ type: "array", items: { enum: times(500, (i) => i) }, uniqueItems: true, minItems: 500 }),
  "unique-1e5": () =>
    open({ type: "array", items: { type: "integer" }, uniqueItems: true, minItems: 100_000 }),
  "contains-many": () =>
    open({
      type: "array",
      allOf: times(300, (i) => ({ contains: { const: i }, minContains: 1, maxContains: 3 })),
    }),
  "prefix-items-9000": () => open({ type: "array", prefixItems: times(9000, () => text) }),
  "prefix-items-nested": () => {
    let schema = text;
    for (let level = 0; level < 26; level += 1)
      schema = { type: "array", prefixItems: [schema, text, text], minItems: 2 };
    return open(schema);
  },
  "objects-nested": () => {
    let schema = text;
    for (let level = 0; level < 28; level += 1)
      schema = { type: "object", properties: { a: schema }, required: ["a"] };
    return open(schema);
  },
  "not-nested": () => {
    let schema = { type: "object", properties: { a: text } };
    for (let level = 0; level < 58; level += 1) schema = { not: schema };
    return open(schema);
  },
  "any-all-nested": () => {
    let schema = text;
    for (let level = 0; level < 14; level += 1)
      schema = {
        anyOf: [
          { allOf: [schema, { minLength: level }] },
          { type: "object", properties: { a: { const: level } } },
        ],
      };
    return open(schema);
  },
  "unevaluated-branches": () => ({
    type: "object",
    anyOf: times(2000, (i) => ({ properties: { [`p${i}`]: text } })),
    unevaluatedProperties: false,
  }),
  "unevaluated-nested": () => {
    let schema = { properties: { z: text } };
    for (let level = 0; level < 18; level += 1)
      schema = {
        anyOf: [schema, { properties: { [`p${level}`]: text } }],
        unevaluatedProperties: { type: "string" },
      };
    return { type: "object", ...schema };
  },
  "unevaluated-items": () =>
    open({ type: "array", anyOf: times(1000, (i) => ({ contains: { const: i } })), unevaluatedItems: false }),
  "dependent-schemas": () => ({
    type: "object",
    dependentSchemas: record(1500, (i) => [
      `p${i}`,
      { properties: { [`p${i + 1}`]: text }, required: [`p${i + 1}`] },
    ]),
  }),
  "dependent-required": () => ({
    type: "object",
    properties: record(1500, (i) => [`p${i}`, text]),
    dependentRequired: record(1500, (i) => [`p${i}`, [`p${i + 1}`, `p${(i * 7) % 1500}`]]),
  }),
  "property-names": () => ({
    type: "object",
    propertyNames: { anyOf: times(500, (i) => ({ pattern: `^${i}.*x` })) },
    minProperties: 40,
  }),
  "multiple-of-primes": () =>
    open({
      allOf: [999983, 999979, 999961, 999959, 999953, 999931, 999917, 999907].map((multipleOf) => ({
        type: "integer",
        multipleOf,
      })),
    }),
  "multiple-of-tiny": () => open({ type: "number", multipleOf: 1e-300, minimum: 1e300 }),
  "numbers-extreme": () =>
    open({
      type: "number",
      multipleOf: 5e-324,
      maximum: 1.7976931348623157e308,
      minimum: 1.7976931348623155e308,
    }),
  "integer-range-wide": () =>
    open({ type: "integer", minimum: -9007199254740991, maximum: 9007199254740991, not: { multipleOf: 2 } }),
  "string-lengths": () =>
    open({ anyOf: times(1000, (i) => ({ type: "string", minLength: i * 1000, maxLength: i * 1000 + 1 })) }),
  "description-long": () => ({ ...open(text), description: "x".repeat(900_000) }),
  "description-words": () => ({ ...open(text), description: "word ".repeat(180_000) }),
  "description-markup": () => ({
    ...open(text),
    description: "*/ ``` | <b> [x](javascript:1) {{y}} \\ \n".repeat(22_000),
  }),
  "description-spaces": () => ({ ...open(text), description: `a${" ".repeat(900_000)}b` }),
  "description-lines": () => ({ ...open(text), description: "\n".repeat(400_000) }),
  "description-brackets": () => ({ ...open(text), description: "[".repeat(900_000) }),
  "descriptions-4000": () => ({
    type: "object",
    properties: record(4000, (i) => [
      `p${i}`,
      { type: "string", description: `${"Some words. ".repeat(15)}${i}` },
    ]),
  }),
  "title-long": () => ({ ...open(text), title: "T".repeat(900_000) }),
  "name-long": () => ({
    type: "object",
    properties: { ["n".repeat(400_000)]: text },
    required: ["n".repeat(400_000)],
  }),
  "names-alike": () => ({
    type: "object",
    properties: record(3000, (i) => [`${"_".repeat(i % 50)}a${"-".repeat(Math.floor(i / 50))}`, text]),
  }),
  "examples-18000": () => ({ ...open(text), examples: times(9000, (i) => ({ value: `v${i}` })) }),
  defaults: () => ({
    type: "object",
    properties: record(2000, (i) => [`p${i}`, { type: "array", default: times(5, (j) => i + j) }]),
  }),
  formats: () => ({
    type: "object",
    properties: Object.fromEntries(
      [
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uri-template",
        "uuid",
        "json-pointer",
        "relative-json-pointer",
        "regex",
      ].map((format) => [format, { type: "string", format }]),
    ),
  }),
  "types-all": () => ({
    type: "object",
    properties: record(1200, (i) => [
      `p${i}`,
      { type: ["null", "boolean", "integer", "number", "string", "array", "object"] },
    ]),
  }),
  "kinds-3000": () => ({
    type: "object",
    properties: {
      kind: { anyOf: [{ enum: times(3000, (i) => `k${i}`) }, text] },
      payload: { type: "object" },
    },
    required: ["kind", "payload"],
    "x-kinds": {
      discriminator: "kind",
      payload: "payload",
      map: record(3000, (i) => [`k${i}`, "bounds.v1/Worst"]),
    },
  }),
  invariants: () => ({ ...open(text), "x-invariants": times(5000, (i) => `rule ${i} holds`) }),
  "draft-07-tuples": () => ({
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: {
      value: { type: "array", items: times(5000, () => text), additionalItems: { type: "integer" } },
      other: text,
    },
    dependencies: record(500, (i) => [`p${i}`, [`p${i + 1}`]]),
  }),
  "draft-07-definitions": () => ({
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: record(900, (i) => [`p${i}`, { $ref: `#/definitions/d${i}` }]),
    definitions: record(900, (i) => [
      `d${i}`,
      { type: "object", properties: { a: { $ref: `#/definitions/d${(i + 1) % 900}` }, b: text } },
    ]),
  }),
};

/** Instances that cost most where a schema has its own; `undefined` for the common ones. */
export const instances = {
  "pattern-exponential": () => ({ value: `${"a".repeat(60)}!` }),
  "pattern-quadratic": () => ({ value: `${" ".repeat(900_000)}!` }),
  "pattern-counted": () => ({ value: `${"a".repeat(900_000)}!` }),
  "pattern-counted-huge": () => ({ value: `${"a".repeat(900_000)}!` }),
  "pattern-states": () => ({ value: "ab".repeat(400_000) }),
  "patterns-300": () =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`p${i}`, `${"xy".repeat(20)}${i}${"x".repeat(40)}!`]),
    ),
  "unique-1e5": () => ({ value: Array.from({ length: 120_000 }, (_, i) => i) }),
  "unique-min-items": () => ({ value: Array.from({ length: 60_000 }, (_, i) => ({ a: i })) }),
  "contains-many": () => ({ value: Array.from({ length: 100_000 }, (_, i) => i % 7) }),
  "enum-3000-objects": () => ({ value: { a: 2999, b: [3000] } }),
  "refs-recursive-pair": () => {
    let value = 1;
    for (let level = 0; level < 200; level += 1) value = level % 2 === 0 ? [value] : { x: value };
    return value;
  },
  "pattern-properties-1000": () =>
    Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`p${i}aaaa`, "x"])),
  "pattern-properties-overlapping": () =>
    Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${"a".repeat(20)}${i}`, "x"])),
  "unevaluated-branches": () => Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`p${i}`, "x"])),
  "one-of-2000-objects": () => Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`p${i}`, "x"])),
  formats: () =>
    Object.fromEntries(
      Object.keys(schemas["formats"]().properties).map((format) => [
        format,
        format.includes("uri") ? "a:".concat("%41".repeat(16_000)) : "1.".repeat(24_000),
      ]),
    ),
};

/** Texts that every schema is tried with: a value that fits nothing, and one that is large. */
export const common = [
  () => JSON.stringify({ value: "x", other: 1 }),
  () => `${JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`p${i}`, i])))}\n`,
  () => `${"{}\n".repeat(330_000)}`,
];
