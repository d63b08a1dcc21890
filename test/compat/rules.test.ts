import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import { judge } from "../../src/compat/judge.ts";
import { policies } from "../../src/compat/policy.ts";
import { fixFor, fixInWords } from "../../src/compat/rules/fix.ts";
import { rules } from "../../src/compat/rules/index.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Finding, PolicyName, Schema } from "../../src/model.ts";
import { isObject } from "../../src/schema/json.ts";
import { rulesPage } from "../../scripts/docs/rules.ts";

const fired = (before: Schema, after: Schema) => changes(before, after).map(({ rule }) => rule);

describe.each(rules)("$id", (rule) => {
  const { before, after, witness } = rule.example;

  it("fires on its example and is silent on no change", () => {
    expect(fired(before, after)).toContain(rule.id);
    expect(fired(before, before)).toEqual([]);
    expect(fired(after, after)).toEqual([]);
  });

  it("has a mirror that fires on the example turned round", () => {
    if (typeof rule.mirror === "string") expect(fired(after, before)).toContain(rule.mirror);
    else expect(rule.mirror.none).not.toBe("");
  });

  it("has a witness where it breaks something, and none where it does not", () => {
    const judge = { backward: [before, after], forward: [after, before] } as const;
    const broken = (["backward", "forward"] as const).filter((direction) => {
      if (witness === undefined) return false;
      const [writer, reader] = judge[direction].map((schema) => evaluator(schema, { formats: "assert" }));
      return writer?.mayWrite(witness) && !reader?.accepts(witness);
    });
    if (rule.breaks.length === 0) expect(witness).toBeUndefined();
    else expect(rule.breaks).toEqual(expect.arrayContaining(broken));
    expect(broken.length > 0).toBe(rule.breaks.length > 0);
  });

  it("is told in words: an id as in UPPER_SNAKE, a clause, a reason, a fix", () => {
    expect(rule.id).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(rule.summary).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.fix).toMatch(/\.$/);
    expect(fixInWords(rule.fix)).not.toMatch(/[{]\w+[}]/);
  });

  it("says of each direction in which it is told of a break, its own or one of its parts", () => {
    const required = (schema: Schema): Schema =>
      isObject(schema) && isObject(schema["properties"])
        ? { ...schema, required: Object.keys(schema["properties"]) }
        : schema;
    const directions = judged("full", required(before), required(after))
      .filter((found) => found.rule === rule.id && found.direction !== null)
      .map(({ direction }) => direction);
    const said = [...rule.breaks, ...(rule.carries?.breaks ?? [])];
    expect(said).toEqual(expect.arrayContaining(directions));
    if (rule.carries !== undefined) expect(directions).toEqual(rule.carries.breaks);
    const page = rulesPage()
      .split("\n### ")
      .find((one) => one.startsWith(`${rule.id}\n`));
    const [, words = ""] = /May break: (.*?)\. Mirror/.exec(page ?? "") ?? [];
    for (const direction of said) expect(words).toContain(direction);
    expect(words === "nobody").toBe(said.length === 0);
  });

  const forbidden = policies.additive.forbids.includes(rule.id);
  const { mended } = rule.example;

  it("has a fix that works: the finding is there before and gone after", () => {
    expect(mended !== undefined).toBe(rule.breaks.length > 0 || forbidden);
    if (mended === undefined) return;
    const found = errors("additive", before, after);
    if (rule.coarse) expect(found).not.toEqual([]);
    else expect(found).toContain(rule.id);
    if ("successor" in mended) expect(rule.fix).toContain("{successor}");
    if ("here" in mended) expect(errors("additive", before, mended.here)).toEqual([]);
    else expect(errors("additive", undefined, mended.successor)).toEqual([]);
  });
});

/** What fails under a policy, of a next version or of a first one. */
function errors(policy: PolicyName, before: Schema | undefined, next: Schema): readonly string[] {
  return judged(policy, before, next).map(({ rule }) => rule);
}

function judged(policy: PolicyName, before: Schema | undefined, next: Schema): readonly Finding[] {
  const side = (address: string, schema: Schema) => ({ address, schema, dialect: "2020-12" as const });
  const history =
    before === undefined ? [] : [{ ...side("a.v1/A@1", before), withdrawn: false, barrier: false }];
  return judge({ subject: "a.v1/A", policy, history, next: side("a.v1/A@2", next) }).findings.filter(
    ({ severity }) => severity === "error",
  );
}

describe("fixFor", () => {
  it.each([
    ["a.v1/A", 'Publish "x" in "a.v2".'],
    ["acme.events.v9/JobStarted", 'Publish "x" in "acme.events.v10".'],
    ["old.schema.json", 'Publish "x" in a new major namespace.'],
    ["a.v1/A (draft)", 'Publish "x" in a new major namespace.'],
  ])("names the successor namespace of %s", (subject, said) => {
    expect(fixFor("Publish {member} in {successor}.", { subject, member: "x" })).toBe(said);
  });

  it("takes names as they are, and says what it means where there is none", () => {
    expect(
      fixFor("Keep {member}, {values}.", { subject: "a", member: "$&{values}", values: '"b", "c"' }),
    ).toBe('Keep "$&{values}", "b", "c".');
    expect(fixFor("{member} stays.", { subject: "a" })).toBe("The property stays.");
  });
});

it("lists every rule that its folder holds, once", () => {
  const folder = new URL("../../src/compat/rules/", import.meta.url);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const written = texts.flatMap((text) => [...text.matchAll(/^ {2}id: "([A-Z_]+)"/gm)].map(([, id]) => id));
  expect(rules.map(({ id }) => id).sort()).toEqual(written.sort());
  expect(new Set(written).size).toBe(written.length);
});
