import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { conservativeDecide } from "../../src/compat/conservative.ts";
import { decide } from "../../src/compat/inclusion/index.ts";
import { provingDecide } from "../../src/compat/engine.ts";
import { judge, type JudgedVersion, type JudgeInput, rollOut } from "../../src/compat/judge.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { JsonObject, Schema } from "../../src/model.ts";

const subject = "a.v1/Thing";
const version = (number: number, schema: Schema, flags: Partial<JudgedVersion> = {}): JudgedVersion => ({
  address: `${subject}@${number}`,
  schema,
  dialect: "2020-12",
  withdrawn: false,
  barrier: false,
  ...flags,
});

function judged(history: readonly JudgedVersion[], next: Schema, more: Partial<JudgeInput> = {}) {
  const draft = { address: `${subject} (draft)`, schema: next, dialect: "2020-12" as const };
  return judge({ subject, policy: "additive", history, next: draft, ...more });
}

const errors = (judgement: ReturnType<typeof judged>) =>
  judgement.findings
    .filter(({ severity }) => severity === "error")
    .map(({ rule, direction, from }) => `${rule} ${direction ?? "-"} ${from}`);

const id: Schema = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const withNote = (note: Schema): Schema => ({
  type: "object",
  properties: { id: { type: "string" }, note },
  required: ["id"],
});

describe("judge", () => {
  it("lists an optional addition and fails nothing", () => {
    const judgement = judged([version(1, id)], withNote({ type: "string" }));
    expect(judgement.findings.map(({ rule, severity, newPointer }) => [rule, severity, newPointer])).toEqual([
      ["PROPERTY_ADDED_OPTIONAL", "info", "/properties/note"],
    ]);
    expect(judgement.pairs.map(rollOut)).toEqual(["any"]);
  });

  it("gives every breaking change its own finding, each with a confirmed witness", () => {
    const next: Schema = {
      type: "object",
      properties: { id: { type: "integer" }, at: { type: "string" }, by: { type: "string" } },
      required: ["id", "at", "by"],
    };
    const judgement = judged([version(1, id)], next, { policy: "backward" });
    expect(errors(judgement).sort()).toEqual([
      "REQUIRED_ADDED backward a.v1/Thing@1",
      "REQUIRED_ADDED backward a.v1/Thing@1",
      "TYPE_CHANGED backward a.v1/Thing@1",
    ]);
    for (const { severity, witness } of judgement.findings) {
      if (severity !== "error") continue;
      expect(witness && evaluator(id).mayWrite(witness.instance)).toBe(true);
      expect(witness && evaluator(next).accepts(witness.instance)).toBe(false);
      expect(witness?.acceptedBy).toBe("a.v1/Thing@1");
      expect(witness?.errors).not.toEqual([]);
    }
  });

  it("names writer and reader the other way round in forward", () => {
    const closed = (...values: string[]): Schema => ({ properties: { lane: { enum: values } } });
    const judgement = judged([version(1, closed("a"))], closed("a", "b"));
    const [grown] = judgement.findings;
    expect(errors(judgement)).toEqual(["ENUM_VALUE_ADDED_TO_CLOSED forward a.v1/Thing@1"]);
    expect(grown?.witness?.instance).toEqual({ lane: "b" });
    expect([grown?.witness?.acceptedBy, grown?.witness?.rejectedBy]).toEqual([
      "a.v1/Thing (draft)",
      "a.v1/Thing@1",
    ]);
    expect(judgement.pairs.map(rollOut)).toEqual(["readers-first"]);
  });

  it("looks back over a removed member that comes back as something else", () => {
    const history = [version(1, withNote({ type: "string" })), version(2, id)];
    expect(errors(judged(history, withNote({ type: "integer" }), { policy: "backward" }))).toEqual([]);
    expect(errors(judged(history, withNote({ type: "integer" }), { policy: "backward_transitive" }))).toEqual(
      ["TYPE_CHANGED backward a.v1/Thing@1"],
    );
  });

  it("looks no further back than a barrier, and passes over withdrawn versions", () => {
    const next = withNote({ type: "integer" });
    const barrier = [version(1, withNote({ type: "string" })), version(2, id, { barrier: true })];
    expect(errors(judged(barrier, next))).toEqual([]);
    const withdrawn = [version(1, id), version(2, withNote({ type: "string" }), { withdrawn: true })];
    expect(errors(judged(withdrawn, next))).toEqual([]);
    expect(errors(judged([version(1, id), version(2, withNote({ type: "string" }))], next))).not.toEqual([]);
  });

  it("under additive forbids losses that no validator notices", () => {
    expect(errors(judged([version(1, withNote({}))], id))).toEqual(["PROPERTY_REMOVED - a.v1/Thing@1"]);
    expect(errors(judged([version(1, withNote({}))], id, { policy: "full_transitive" }))).toEqual([]);
    const open = (...values: string[]): Schema => ({ anyOf: [{ enum: values }, { type: "string" }] });
    expect(errors(judged([version(1, open("a", "b"))], open("a")))).toEqual([
      "ENUM_VALUE_REMOVED_FROM_OPEN - a.v1/Thing@1",
    ]);
  });

  it("tells of a rename once, with both names", () => {
    const next = {
      type: "object",
      properties: { id: { type: "string" }, notes: { type: "string" } },
      required: ["id"],
    };
    const { findings } = judged([version(1, withNote({ type: "string" }))], next);
    expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
      'property "note" looks renamed to "notes"',
    ]);
  });

  it("gives every forward break a witness that a new writer may write", () => {
    const closed = (members: Record<string, Schema>, required: string[]): Schema => ({
      type: "object",
      properties: members,
      required,
      additionalProperties: false,
    });
    const old = closed({ slug: { type: "string" }, lane: { enum: ["a"] } }, ["slug", "lane"]);
    const next = closed({ name: { type: "string" }, at: { type: "string" }, lane: { enum: ["a", "b"] } }, [
      "name",
      "at",
    ]);
    const { findings } = judged([version(1, old)], next, { policy: "forward" });
    const broken = findings.filter(({ severity }) => severity === "error");
    expect(broken.map(({ rule }) => rule).sort()).toEqual([
      "ENUM_VALUE_ADDED_TO_CLOSED",
      "PROPERTY_ADDED_TO_CLOSED",
      "PROPERTY_ADDED_TO_CLOSED",
      "REQUIRED_REMOVED",
      "REQUIRED_REMOVED",
    ]);
    for (const { witness } of broken) {
      expect(witness && evaluator(next).mayWrite(witness.instance)).toBe(true);
      expect(witness && evaluator(old).accepts(witness.instance)).toBe(false);
    }
  });

  it("under additive forbids a retired name, where it is new", () => {
    const tombstones = [{ name: "note", reason: "it was a number once" }];
    const [finding] = judged([version(1, id)], withNote({}), { tombstones }).findings.filter(
      ({ severity }) => severity === "error",
    );
    expect(finding).toMatchObject({
      rule: "TOMBSTONE_REUSED",
      newPointer: "/properties/note",
      message: 'property "note" was retired: it was a number once',
    });
    expect(errors(judged([], withNote({}), { tombstones }))).toEqual(["TOMBSTONE_REUSED - null"]);
    expect(errors(judged([version(1, withNote({}))], withNote({}), { tombstones }))).toEqual([]);
  });

  it("tells a rename as one thing: once where nobody breaks, else in each direction with its own document", () => {
    const text = { type: "string" };
    const named = (name: string, required: readonly string[]): Schema => ({
      type: "object",
      properties: { a: text, [name]: text },
      required: [...required],
    });
    const optional = judged([version(1, named("feature", []))], named("mission", []), { policy: "full" });
    expect(optional.findings.map(({ rule }) => rule)).toEqual(["PROPERTY_RENAMED"]);
    const [was, is] = [named("feature", ["feature"]), named("mission", ["mission"])];
    const { findings } = judged([version(1, was)], is);
    expect(
      findings.map(({ rule, direction, witness }) => [rule, direction, Object(witness?.instance)]),
    ).toEqual([
      ["PROPERTY_RENAMED", "backward", { feature: "" }],
      ["PROPERTY_RENAMED", "forward", { mission: "" }],
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(new Set(findings.map(({ fix }) => fix))).toEqual(
      new Set([
        'Keep "feature" as it was and add "mission" beside it as optional, or rename it in "a.v2" with a declared upgrade.',
      ]),
    );
    // Under a policy that asks in one direction, the other half is not told as news.
    const backward = judged([version(1, was)], is, { policy: "backward" });
    expect(backward.findings.map(({ rule, direction }) => [rule, direction])).toEqual([
      ["PROPERTY_RENAMED", "backward"],
    ]);
    expect(backward.pairs[0]?.changes.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["PROPERTY_RENAMED", "REQUIRED_ADDED", "REQUIRED_REMOVED"]),
    );
  });

  it("keeps apart from a rename what it does not say: that the member became required, or optional", () => {
    const text = { type: "string" };
    const named = (name: string, required: readonly string[]): Schema => ({
      type: "object",
      properties: { a: text, [name]: text },
      required: [...required],
    });
    const rules = (old: Schema, next: Schema) =>
      errors(judged([version(1, old)], next, { policy: "full" })).map((one) => one.split(" ")[0]);
    expect(rules(named("feature", []), named("mission", ["mission"]))).toEqual(["REQUIRED_ADDED"]);
    expect(rules(named("feature", ["feature"]), named("mission", []))).toEqual(["REQUIRED_REMOVED"]);
    // What else was made required beside it is a break of its own.
    expect(rules(named("feature", ["feature"]), named("mission", ["mission", "a"]))).toEqual(
      expect.arrayContaining(["REQUIRED_ADDED", "PROPERTY_RENAMED"]),
    );
  });

  it("says where it knows too little of what writers write, and blames no validator", () => {
    const names = { anyOf: [{ pattern: "^x" }, { pattern: "^b" }, { const: "b" }] };
    const writer: Schema = { type: "object", properties: { bb: { type: "string" } }, propertyNames: names };
    const reader: Schema = { type: "object", additionalProperties: { type: "string" } };
    const verdict = provingDecide(writer, reader, { semantics: "record" });
    expect(verdict).toHaveProperty(
      "reason",
      expect.stringContaining("writers may write is only known roughly"),
    );
  });

  it("finds a schema under which nothing can be written", () => {
    const next: Schema = { type: "object", properties: { a: { type: "string" } }, minProperties: 2 };
    const rules = judged([], next).findings.map(({ rule }) => rule);
    expect(rules).toEqual(["NOTHING_WRITABLE"]);
    expect(judged([], { type: "object", minProperties: 2 }).findings).toEqual([]);
    expect(judged([], false).findings).toEqual([]);
  });

  it("tells changes apart under twelve conditions, more than it can take all at once", () => {
    const kinds = Array.from({ length: 12 }, (_, index) => `kind_${index}`);
    const command = (asks: (kind: string) => JsonObject): Schema => ({
      type: "object",
      properties: { kind: { enum: kinds } },
      required: ["kind"],
      allOf: kinds.map((kind) => ({
        if: { properties: { kind: { const: kind } }, required: ["kind"] },
        then: asks(kind),
      })),
    });
    const count = (more: JsonObject): JsonObject => ({ properties: { count: { type: "integer", ...more } } });
    const old = command((kind) => count(kind === "kind_3" ? { maximum: 5 } : {}));
    const next = command((kind) => {
      if (kind === "kind_1") return { ...count({}), required: ["count"] };
      return count(kind === "kind_2" ? { maximum: 9 } : kind === "kind_3" ? { maximum: 6 } : {});
    });
    const { findings } = judged([version(1, old)], next, { policy: "full" });
    const broken = findings.filter(({ severity }) => severity === "error");
    expect(
      broken.map(({ rule, direction, witness, newPointer }) => [
        rule,
        direction,
        witness?.instance,
        newPointer,
      ]),
    ).toEqual([
      ["REQUIRED_ADDED", "backward", { kind: "kind_1" }, "/allOf/1/then/required"],
      [
        "BOUND_TIGHTENED",
        "backward",
        { kind: "kind_2", count: 10 },
        "/allOf/2/then/properties/count/maximum",
      ],
      ["BOUND_LOOSENED", "forward", { kind: "kind_3", count: 6 }, "/allOf/3/then/properties/count/maximum"],
    ]);
    for (const { witness } of broken) expect(witness?.errors).toHaveLength(1);
  });

  it("finds among all documents a witness that is written, where those written are too many cases", () => {
    const text = readFileSync("registry/command.v1/Command/versions/1.json", "utf8");
    const old: Schema = JSON.parse(text);
    const next = JSON.parse(text.replace('"maximum": 500', '"maximum": 1000'));
    const [{ then: first }] = next.allOf;
    first.required = [...(first.required ?? []), "note"];
    first.properties = { ...first.properties, note: { type: "string" } };
    next.allOf.find(({ then }: typeof next) => then.properties?.message).then.properties.message.maxLength =
      100;
    const options = { semantics: "record" } as const;
    expect(decide(next, old, options).verdict).toBe("undecided");
    const verdict = provingDecide(next, old, options);
    expect(verdict).toMatchObject({
      verdict: "incompatible",
      witness: { instance: { type: "get_command_history", limit: 501 } },
    });
  });

  it("does not fall over a schema that cannot be read: the question is undecided", () => {
    for (const next of [{ patternProperties: { "(": {} } }, { properties: { id: { $ref: "#/nowhere" } } }]) {
      const found = errors(judged([version(1, id)], next, { policy: "backward" }));
      expect(found.map((line) => line.split(" ")[0])).toContain("UNDECIDED");
    }
  });

  it("fails on what it cannot decide, and says where", () => {
    const decide = () => ({ verdict: "undecided", reason: "too deep", pointer: "/not" }) as const;
    const [finding] = judged([version(1, id)], id, { decide, policy: "backward" }).findings;
    expect(finding).toMatchObject({
      rule: "UNDECIDED",
      severity: "error",
      newPointer: "/not",
      direction: "backward",
    });
  });

  it("asks nothing under none, and nothing without history", () => {
    expect(errors(judged([version(1, id)], { type: "string" }, { policy: "none" }))).toEqual([]);
    expect(judged([], id).findings).toEqual([]);
  });

  it("keeps a fingerprint while prose moves, and changes it with the change", () => {
    const print = (schema: Schema) =>
      judged([version(1, id)], schema, { policy: "backward" }).findings[0]?.fingerprint;
    const next = { type: "object", properties: { id: { type: "integer" } } };
    expect(print({ ...next, description: "Prose." })).toBe(print(next));
    expect(print({ type: "object", properties: { id: { type: "null" } } })).not.toBe(print(next));
  });
});

describe("conservativeDecide", () => {
  const options = { semantics: "record" } as const;

  it("under set semantics calls nothing compatible that changed", () => {
    const verdict = conservativeDecide(id, withNote({ type: "string" }), { semantics: "set" });
    expect(verdict.verdict).not.toBe("compatible");
    expect(conservativeDecide(id, id, { semantics: "set" })).toEqual({ verdict: "compatible" });
  });

  it("does not decide what its facts cannot tell", () => {
    const verdict = conservativeDecide({ pattern: "^[a-c]$" }, { pattern: "^[a-d]$" }, options);
    expect(verdict).toMatchObject({ verdict: "undecided", pointer: "/pattern" });
  });
});
