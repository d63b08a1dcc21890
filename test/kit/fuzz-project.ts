import type { Json, JsonObject } from "../../src/model.ts";
import { damage, mutate, pick, type Random } from "./mutate.ts";

const dialects: readonly [string, ...string[]] = [
  "https://json-schema.org/draft/2020-12/schema",
  "https://json-schema.org/draft/2019-09/schema",
  "http://json-schema.org/draft-07/schema#",
  "http://json-schema.org/draft-04/schema#",
];

const base: JsonObject = {
  title: "Subject",
  description: "What is fuzzed.",
  type: "object",
  properties: {
    id: { type: "string", description: "Which one.", pattern: "^[a-z]+$", minLength: 1 },
    kind: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }], description: "What kind." },
    parts: { type: "array", items: { $ref: "#/$defs/part" }, description: "Its parts." },
    other: { oneOf: [{ type: "null" }, { type: "integer", minimum: 0 }], description: "More." },
  },
  required: ["id"],
  patternProperties: { "^x-": { type: "string" } },
  $defs: {
    part: {
      type: "object",
      properties: { name: { type: "string" }, inner: { $ref: "#/$defs/part" } },
      allOf: [{ if: { required: ["name"] }, then: { required: ["inner"] } }],
    },
  },
};

const text = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of a project with one mutated subject beside a sound one; at times a file is damaged as bytes. */
export function fuzzProject(random: Random): Readonly<Record<string, string | Uint8Array>> {
  const schema = { $schema: pick(random, dialects), ...base };
  const many = (value: Json): Json => {
    let changed = value;
    for (let count = Math.floor(random() * 5); count >= 0; count -= 1) changed = mutate(changed, random);
    return changed;
  };
  const [draft, next] = [many(schema), many(schema)];
  const instance: Json = { id: "a", kind: "a", parts: [{ name: "x", inner: {} }], other: 1 };
  const files: Record<string, string | Uint8Array> = {
    "waybill.yaml": "version: 1\n",
    "registry/fuzz.v1/namespace.yaml":
      "title: Fuzz\ndescription: Mutants.\nowners: [nobody]\npolicy: additive\n",
    "registry/fuzz.v1/Subject/schema.json": text(draft),
    "registry/fuzz.v1/Subject/examples/valid/one.json": text(random() < 0.5 ? instance : many(instance)),
    "registry/fuzz.v1/Other/schema.json": text({
      $schema: dialects[0],
      title: "Other",
      description: "Refers.",
      type: "object",
      properties: { subject: { $ref: "urn:waybill:fuzz.v1:Subject", description: "The mutant." } },
    }),
    "a.json": text(draft),
    "b.json": text(next),
    "data.jsonl": Array.from({ length: 5 }, () => JSON.stringify(many(instance))).join("\n"),
  };
  if (random() < 0.3) {
    const paths = Object.keys(files);
    const path = paths[Math.floor(random() * paths.length)] ?? "a.json";
    files[path] = damage(String(files[path]), random);
  }
  if (random() < 0.2)
    files["registry/waybill.lock"] = damage(
      "waybill-lock 1\nversion fuzz.v1/Subject@1 sha256: shape1: -\n",
      random,
    );
  return files;
}
