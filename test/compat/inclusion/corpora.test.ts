import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/compat/inclusion/index.ts";
import { provePairs } from "../../../src/compat/prove-pairs.ts";
import { readPair } from "../../../src/compat/read-pair.ts";

const folder = join(process.env["WAYBILL_DATA"] ?? "../shared/data", "compat");
const present = existsSync(folder);

function pairsOf(name: string) {
  const lines = readFileSync(join(folder, name), "utf8").trim().split("\n");
  return lines.map((line, index) => readPair(JSON.parse(line), name, index + 1));
}

const names = ["containment-draft6.jsonl", "containment-draft7.jsonl", "jsonsubschema.jsonl", "iglu.jsonl"];

describe.skipIf(!present)(`published corpora (skipped: ${folder} not present)`, () => {
  it.each(names)("%s: none wrong, all decided", (name) => {
    const { report, reasons } = provePairs(pairsOf(name), {});
    expect(reasons).toEqual([]);
    expect(report.mismatches.filter(({ id }) => !report.refuted.some((one) => one.id === id))).toEqual([]);
    expect(report.wrong).toBe(0);
    // Labels at fault are few: more would mean that we are.
    expect(report.refuted.length).toBeLessThan(25);
  });

  it.each(names)("%s: every schema is inside itself", (name) => {
    for (const { id, old, new: next, dialect } of pairsOf(name)) {
      for (const schema of [old, next]) {
        const verdict = decide(schema, structuredClone(schema), { ...(dialect && { dialect }) });
        expect(verdict.verdict, id).toBe("compatible");
      }
    }
  });
});
