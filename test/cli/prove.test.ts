import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prove } from "../../src/cli/commands/prove.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "prove-"));
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write("integers.json", { type: "integer" });
  write("numbers.json", { type: "number" });
  const rows = [
    { id: "one", old: { const: 1 }, new: { type: "integer" }, expect: { oldSubsetOfNew: true } },
    { id: "two", old: { minimum: 2 }, new: { minimum: 1 }, expect: { oldSubsetOfNew: false } },
  ];
  const id = { type: "object", properties: { id: { type: "string" } } };
  const noted = { type: "object", properties: { id: { type: "string" }, note: { type: "string" } } };
  write("one.json", id);
  write("two.json", noted);
  const record = [
    { id: "added", old: id, new: noted, expect: { backward: true, forward: true } },
    { id: "required", old: id, new: { ...id, required: ["id"] }, expect: { backward: false } },
  ];
  writeFileSync(join(folder, "record.jsonl"), record.map((row) => `${JSON.stringify(row)}\n`).join(""));
  writeFileSync(join(folder, "right.jsonl"), `${JSON.stringify(rows[0])}\n`);
  writeFileSync(join(folder, "wrong.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: Record<string, unknown>) {
  let out = "";
  const code = await prove.run(args, {
    cwd: folder,
    env: {},
    stdin: Readable.from([]),
    out: (text) => {
      out += text;
    },
    done: () => {},
    err: () => {},
    wrong: () => {},
    color: false,
    interactive: false,
    width: 80,
  });
  return { code, out };
}

describe("waybill prove", () => {
  it("exits clean on a proof, found wanting with the witness", async () => {
    expect(await run({ old: "integers.json", new: "numbers.json" })).toEqual({
      code: 0,
      out: "compatible\n",
    });
    const { code, out } = await run({ old: "numbers.json", new: "integers.json" });
    expect(code).toBe(100);
    expect(out).toMatch(/^incompatible: -?\d+\.\d+\n {2}the document must be integer/);
  });

  it("reports a file of pairs in the published form, and only that", async () => {
    const { code, out } = await run({ pairs: "right.jsonl", json: true });
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      ...["format", "pairs", "questions", "decided", "right", "wrong", "undecided", "excluded"],
      ...["p50", "p95", "max", "results", "mismatches", "refuted"],
    ]);
    expect(report.results).toEqual([
      { id: "one", direction: "oldSubsetOfNew", verdict: "compatible", witness: null },
    ]);
  });

  it("under record semantics answers who can read whom, in the same form", async () => {
    const { code, out } = await run({ pairs: "record.jsonl", semantics: "record", json: true });
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ pairs: 2, questions: 3, decided: 3, right: 3, wrong: 0, undecided: 0 });
    expect(report.results).toEqual([
      { id: "added", direction: "backward", verdict: "compatible", witness: null },
      { id: "added", direction: "forward", verdict: "compatible", witness: null },
      { id: "required", direction: "backward", verdict: "incompatible", witness: {} },
    ]);
    // Under set semantics these labels are none, and an addition is a narrowing.
    const sets = JSON.parse((await run({ pairs: "record.jsonl", json: true })).out);
    expect(sets.results[0]).toMatchObject({ direction: "oldSubsetOfNew", verdict: "incompatible" });
    expect(await run({ old: "one.json", new: "two.json", semantics: "record" })).toEqual({
      code: 0,
      out: "compatible\n",
    });
    expect((await run({ old: "one.json", new: "two.json" })).code).toBe(100);
  });

  it("is found wanting where a label contradicts a proof", async () => {
    const { code, out } = await run({ pairs: "wrong.jsonl" });
    expect(code).toBe(100);
    expect(out).toContain("two oldSubsetOfNew: compatible, labelled false");
  });

  it("asks for two schemas, or pairs", async () => {
    await expect(run({ old: "integers.json" })).rejects.toMatchObject({ code: "USAGE" });
  });
});
