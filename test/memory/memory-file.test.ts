import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyOf, memoryFile } from "../../src/memory/index.ts";
import { scratch } from "../kit/scratch.ts";

const key = keyOf("fact", 1) ?? "";
const other = keyOf("fact", 2) ?? "";

function place(): string {
  return join(scratch().folder, "deep", "one.memory");
}

function remembered(file: string, build = "b1") {
  const memory = memoryFile(file, build);
  memory.remember(key, { said: 'a "line"\nof text' });
  memory.save();
}

describe("memoryFile", () => {
  it("tells the next run what it was told, and nothing else", () => {
    const file = place();
    remembered(file);
    const next = memoryFile(file, "b1");
    expect(next.recall(key)).toEqual({ said: 'a "line"\nof text' });
    expect(next.recall(other)).toBeUndefined();
  });

  it("keeps what a run did not ask for", () => {
    const file = place();
    remembered(file);
    const second = memoryFile(file, "b1");
    second.recall(other);
    second.remember(other, "clean");
    second.save();
    const third = memoryFile(file, "b1");
    expect([third.recall(key) !== undefined, third.recall(other)]).toEqual([true, "clean"]);
  });

  it("holds for one build", () => {
    const file = place();
    remembered(file, "b1");
    expect(memoryFile(file, "b2").recall(key)).toBeUndefined();
  });

  it.each([
    ["emptied", () => ""],
    ["cut short", (text: string) => text.slice(0, -9)],
    ["edited", (text: string) => text.replace("line", "lime")],
    ["given a fact more", (text: string) => `${text}${other} "clean"\n`],
    ["without its seal", (text: string) => text.slice(65)],
    ["no text", () => Buffer.from([0xff, 0xfe, 0, 10])],
  ])("forgets a file that was %s", (_how, change) => {
    const file = place();
    remembered(file);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const next = memoryFile(file, "b1");
    expect([next.recall(key), next.recall(other)]).toEqual([undefined, undefined]);
  });

  it("fails nobody where it cannot read or write", () => {
    const file = place();
    mkdirSync(file, { recursive: true });
    const memory = memoryFile(file, "b1");
    expect(memory.recall(key)).toBeUndefined();
    memory.remember(key, "clean");
    memory.save();
    expect(memory.recall(key)).toBe("clean");
  });

  it("writes nothing where nothing is new", () => {
    const file = place();
    remembered(file);
    const before = readdirSync(join(file, ".."));
    const next = memoryFile(file, "b1");
    next.remember(key, next.recall(key) ?? null);
    writeFileSync(file, "mine");
    next.save();
    expect([readFileSync(file, "utf8"), readdirSync(join(file, ".."))]).toEqual(["mine", before]);
  });
});

it("tells keys apart by kind and by everything they follow from", () => {
  expect(new Set([keyOf("a", 1), keyOf("b", 1), keyOf("a", 2), keyOf("a", 1, 1), keyOf("a", [1])]).size).toBe(
    5,
  );
  expect(keyOf("a", "\ud800")).toBeUndefined();
});
