import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verdictStore } from "../../src/check/verdict-store.ts";
import { cachedDecide, type VerdictStore } from "../../src/compat/cached-decide.ts";
import type { Decide } from "../../src/compat/decide.ts";
import { provingDecide } from "../../src/compat/engine.ts";
import type { Schema } from "../../src/model.ts";

const old: Schema = { type: "object", properties: { id: { type: "string" } } };
const grown: Schema = { type: "object", properties: { id: { type: "string" }, note: { type: "string" } } };
const broken: Schema = { type: "object", properties: { id: { type: "integer" } } };
const pairs: readonly (readonly [Schema, Schema])[] = [
  [old, grown],
  [old, broken],
  [grown, broken],
];
const options = { semantics: "record" } as const;

function counting(store: VerdictStore): { readonly decide: Decide; readonly asked: () => number } {
  let count = 0;
  const engine: Decide = (...question) => {
    count++;
    return provingDecide(...question);
  };
  return { decide: cachedDecide(engine, store), asked: () => count };
}

const answers = (decide: Decide) => pairs.map(([writer, reader]) => decide(writer, reader, options));
const truth = answers(provingDecide);

describe("cachedDecide", () => {
  it("asks the engine once for each question", () => {
    const kept = new Map<string, string>();
    const store = {
      read: (key: string) => kept.get(key),
      write: (key: string, text: string) => kept.set(key, text),
    };
    const { decide, asked } = counting(store);
    expect(answers(decide)).toEqual(truth);
    expect(answers(decide)).toEqual(truth);
    expect(asked()).toBe(3);
    decide(old, broken, { semantics: "set" });
    decide(old, broken, { ...options, writerDialect: "draft-07" });
    expect(asked()).toBe(5);
  });

  it("believes nothing garbled, cut short, swapped or forged", () => {
    const kept = new Map<string, string>();
    const store = {
      read: (key: string) => kept.get(key),
      write: (key: string, text: string) => kept.set(key, text),
    };
    answers(cachedDecide(provingDecide, store));
    const texts = [...kept.values()];
    const damages: readonly ((text: string, index: number) => string)[] = [
      () => "",
      () => "\u0000",
      (text) => text.slice(0, 70),
      (text) => text.replace("incompatible", "compatible"),
      (text) => text.replace(/"verdict":"\w+"/, '"verdict":"fine"'),
      (_, index) => texts[(index + 1) % texts.length] ?? "",
    ];
    for (const damage of damages) {
      for (const [index, key] of [...kept.keys()].entries()) kept.set(key, damage(texts[index] ?? "", index));
      expect(answers(cachedDecide(provingDecide, store))).toEqual(truth);
    }
  });

  it("keeps its files in one folder that git ignores, and needs none of them", () => {
    const folder = mkdtempSync(join(tmpdir(), "verdicts-"));
    const first = counting(verdictStore(join(folder, "cache")));
    expect(answers(first.decide)).toEqual(truth);
    const second = counting(verdictStore(join(folder, "cache")));
    expect(answers(second.decide)).toEqual(truth);
    expect([first.asked(), second.asked()]).toEqual([3, 0]);
    const files = readdirSync(join(folder, "cache"));
    expect(files.filter((name) => name !== ".gitignore" && !/^[0-9a-f]{64}\.verdict$/.test(name))).toEqual(
      [],
    );
    const damages: readonly ((file: string, index: number) => void)[] = [
      (file) => mkdirSync(file),
      (file) => symlinkSync("/dev/zero", file),
      (file) => symlinkSync(file, file),
      (file) => writeFileSync(file, Buffer.alloc(8 << 20, 65)),
      (file) => writeFileSync(file, Buffer.from([0xff, 0xfe, 0, 0xc3])),
      (file, index) => writeFileSync(file, "x".repeat(index)),
    ];
    for (const damage of damages) {
      for (const [index, name] of readdirSync(join(folder, "cache")).entries()) {
        const file = join(folder, "cache", name);
        rmSync(file, { recursive: true });
        damage(file, index);
      }
      expect(answers(counting(verdictStore(join(folder, "cache"))).decide)).toEqual(truth);
    }
    rmSync(join(folder, "cache"), { recursive: true });
    writeFileSync(join(folder, "cache"), "a file in the way");
    expect(answers(counting(verdictStore(join(folder, "cache"))).decide)).toEqual(truth);
    rmSync(folder, { recursive: true });
  });
});
