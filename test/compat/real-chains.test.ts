import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { provingDecide } from "../../src/compat/engine.ts";
import { judge } from "../../src/compat/judge.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Dialect, Direction, Schema } from "../../src/model.ts";

const data = process.env.WAYBILL_DATA ?? "../shared/data";
const tags = join(data, "seeds/spec-kitty-events/tags");
const iglu = join(data, "compat/iglu.jsonl");
const contract = join(data, "seeds/spec-kitty/contracts/034-event-schema.json");

const read = (path: string): Schema => JSON.parse(readFileSync(path, "utf8"));

/** Whether a direction breaks; the witness is held against both validators once more. */
function breaks(direction: Direction, old: Schema, next: Schema, dialect: Dialect): boolean {
  const [writer, reader] = direction === "backward" ? [old, next] : [next, old];
  const options = { semantics: "record", writerDialect: dialect, readerDialect: dialect } as const;
  const verdict = provingDecide(writer, reader, options);
  if (verdict.verdict === "undecided")
    throw new Error(`undecided: ${verdict.reason} at "${verdict.pointer}"`);
  if (verdict.verdict === "compatible") return false;
  const { instance } = verdict.witness;
  expect(evaluator(writer, { dialect }).mayWrite(instance)).toBe(true);
  expect(evaluator(reader, { dialect, formats: "assert" }).accepts(instance)).toBe(false);
  return true;
}

describe.skipIf(!existsSync(tags))(
  "published releases of an event library (skipped: data not present)",
  () => {
    it("break exactly where its changelog says, and in the enum and type widenings forward", () => {
      const names = readdirSync(tags)
        .filter((name) => !name.startsWith("saas-"))
        .sort(
          (a, b) =>
            Number(b.startsWith("2.x")) - Number(a.startsWith("2.x")) ||
            a.localeCompare(b, "en", { numeric: true }),
        );
      const broken: Record<Direction, string[]> = { backward: [], forward: [] };
      for (const [index, name] of names.slice(1).entries()) {
        const before = names[index] ?? "";
        const files = readdirSync(join(tags, before, "schemas")).filter((file) =>
          existsSync(join(tags, name, "schemas", file)),
        );
        const schemas = files.map((file) =>
          [before, name].map((tag) => read(join(tags, tag, "schemas", file))),
        );
        for (const direction of ["backward", "forward"] as const) {
          const breaking = schemas.filter(([old = true, next = true]) =>
            breaks(direction, old, next, "2020-12"),
          );
          if (breaking.length > 0) broken[direction].push(`${before} ${name}`);
        }
      }
      expect(names).toHaveLength(18);
      expect(broken.backward).toEqual([
        "2.x-baseline v2.2.0",
        "v2.9.0 v3.0.0",
        "v3.2.0 v3.3.0",
        "v3.3.0 v4.0.0",
      ]);
      expect(broken.forward).toEqual([
        "2.x-baseline v2.2.0",
        "v2.8.0 v2.9.0",
        "v2.9.0 v3.0.0",
        "v3.1.0 v3.2.0",
        "v3.2.0 v3.3.0",
        "v3.3.0 v4.0.0",
        "v4.1.0 v5.0.0",
        "v5.2.0 v6.0.0",
      ]);
    });
  },
);

describe.skipIf(!existsSync(iglu))(
  "published versions with declared bumps (skipped: data not present)",
  () => {
    it("that were called additions and were not are found, each with a witness", () => {
      const rows = readFileSync(iglu, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const additions = rows.filter(({ bump }) => bump === "ADDITION");
      const broken = (direction: Direction) =>
        additions.filter((row) => breaks(direction, row.old, row.new, "draft-04")).map(({ id }) => id);
      expect(rows).toHaveLength(52);
      expect(broken("backward")).toHaveLength(4);
      expect(broken("forward")).toHaveLength(46);
    });
  },
);

describe.skipIf(!existsSync(contract))("the hand-written contract (skipped: data not present)", () => {
  it("against the event of today names the rename", () => {
    const next = read("registry/mission.v1/StatusEvent/schema.json");
    const old = {
      address: "034",
      schema: read(contract),
      dialect: "2020-12",
      withdrawn: false,
      barrier: false,
    } as const;
    const { findings, pairs } = judge({
      subject: "mission.v1/StatusEvent",
      policy: "additive",
      history: [old],
      next: { address: "today", schema: next, dialect: "2020-12" },
    });
    const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const renamed = 'property "feature_slug" looks renamed to "mission_slug"';
    // Both are required: each direction breaks, and is one finding.
    expect(errors.filter((message) => message === renamed)).toHaveLength(2);
    expect(pairs.map(({ backward, forward }) => [backward?.verdict, forward?.verdict])).toEqual([
      ["incompatible", "incompatible"],
    ]);
  });
});
