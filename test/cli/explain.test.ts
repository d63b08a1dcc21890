import { describe, expect, it } from "vitest";
import { checkRules } from "../../src/check/rules/index.ts";
import { lintRules } from "../../src/check/lint/index.ts";
import { rules } from "../../src/compat/rules/index.ts";
import { verdictRules } from "../../src/compat/verdict-rules.ts";
import { actorSchema, published } from "../kit/project.ts";
import { scratch } from "../kit/scratch.ts";

describe("waybill explain", () => {
  const every = [...rules, ...verdictRules, ...lintRules, ...checkRules].map(({ id }) => id);

  it("lists every rule in a line, once, where none is named", async () => {
    const { code, out } = await scratch().run("explain");
    expect(code).toBe(0);
    const ids = out
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    expect(ids).toEqual(every);
    expect(new Set(ids).size).toBe(ids.length);
    const answer = JSON.parse((await scratch().run("explain", "--json")).out);
    expect(answer.format).toBe("waybill.rules/1");
    expect(answer.rules.map(({ id }: { id: string }) => id)).toEqual(every);
  });

  it("shows of every rule of changes the pair it fires on, the witness, and what works instead", async () => {
    const made = scratch();
    for (const { id, example } of rules) {
      const { code, out } = await made.run("explain", id);
      expect([id, code]).toEqual([id, 0]);
      const shown = (value: unknown) => JSON.stringify(value);
      expect(out).toContain(`before     ${shown(example.before)}`);
      expect(out).toContain(`after      ${shown(example.after)}`);
      if (example.witness !== undefined) expect(out).toContain(`witness    ${shown(example.witness)}`);
      if (example.mended !== undefined) expect(out).toMatch(/\n {2}(instead|next major) +\{/);
      // A slot left open would be told as it is written.
      expect(out).not.toMatch(/[{](member|values|successor)[}]/);
    }
  });

  it("shows the rest with why and what to do", async () => {
    const made = scratch();
    for (const { id, why } of verdictRules) {
      const { out } = await made.run("explain", id.toLowerCase());
      expect(out).toContain(`${id}: `);
      expect(out).toContain(`  why  ${why}\n  fix  `);
    }
  });

  it.each([
    ["REQUIRED_ADED", 'did you mean "REQUIRED_ADDED"?'],
    ["property-removd", 'did you mean "PROPERTY_REMOVED"?'],
    ["enum_value_added", 'did you mean "ENUM_VALUE_ADDED_TO_CLOSED" or "ENUM_VALUE_ADDED_TO_OPEN"?'],
    ["what", "`waybill explain` lists them"],
  ])("suggests the nearest to %s", async (name, says) => {
    const { code, out, err } = await scratch().run("explain", name);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  it("tells of an accepted break who took it on, why, and its rule", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, required: [] } });
    const { findings } = JSON.parse((await made.run("check", "--json")).out);
    const broken = findings.find(({ rule }: { rule: string }) => rule === "REQUIRED_REMOVED");
    const words = ["--reason", "nobody reads it yet", "--owner", "shop", "--expires", "2999-01-01"];
    expect((await made.run("accept", broken.fingerprint, ...words)).code).toBe(0);
    const { code, out, err } = await made.run("explain", broken.fingerprint);
    expect(err).toBe("");
    expect(out).toContain("accepted on shop.v1/Actor by shop until 2999-01-01: nobody reads it yet");
    expect(out).toContain("REQUIRED_REMOVED: a property is no longer required");
    expect(code).toBe(0);
    expect((await made.run("explain", "ba9876543210")).err).toContain("no break with the fingerprint");
  });
});
