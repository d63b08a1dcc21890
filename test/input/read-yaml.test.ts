import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { WaybillError } from "../../src/errors.ts";
import { readYaml } from "../../src/input/index.ts";

const options = { file: "a.yaml", profile: "registry" } as const;
const value = (text: string, profile: "registry" | "loose" = "registry") =>
  readYaml(text, { file: "a.yaml", profile }).value;

describe("readYaml", () => {
  it("reads the YAML people write", () => {
    expect(
      value(`---
# namespace
title: Job events   # short
policy: additive
owners: [a, 'b', "c"]
n: [0, -1, 1.5, 1e3, true, False, null, ~, ]
empty:
text: |
  one
  two
folded: >-
  three
  four
date: 2026-01-01
time: 12:30
version: "1.10"
1: one
no: a key is as it is written
"<<": quoted
...
`),
    ).toEqual({
      title: "Job events",
      policy: "additive",
      owners: ["a", "b", "c"],
      n: [0, -1, 1.5, 1000, true, false, null, null],
      empty: null,
      text: "one\ntwo\n",
      folded: "three four",
      date: "2026-01-01",
      time: "12:30",
      version: "1.10",
      1: "one",
      no: "a key is as it is written",
      "<<": "quoted",
    });
  });

  it("reads JSON as JSON, members of any name included", () => {
    const read = value('{"__proto__": {"a": [1, "\\u00e9", "\\ud83d\\ude00"]}, "constructor": null}');
    expect(Object.keys(read ?? {})).toEqual(["__proto__", "constructor"]);
    expect(JSON.stringify(read)).toBe('{"__proto__":{"a":[1,"é","😀"]},"constructor":null}');
  });

  it("reads back what a YAML writer wrote", () => {
    const anyString = fc.string({ unit: "grapheme" });
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        anyString,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(anyString, tie("value"), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (written) => void expect(value(stringify(written), "loose")).toEqual(written)),
    );
  });

  it("reads loosely what only older readers take otherwise", () => {
    expect(value("a: [yes, no, on, 1.10]", "loose")).toEqual({ a: ["yes", "no", "on", 1.1] });
  });

  it("finds line and column of members, items and what is absent", () => {
    const document = readYaml("a:\n  - 1\n  - b: two\n    c:\nd: {e: [x, y]}\n", options);
    const at = (pointer: string) => {
      const { line, column } = document.place(pointer);
      return `${line}:${column}`;
    };
    expect(["", "/a", "/a/1", "/a/1/b", "/d/e/1", "/d/f", "/a/9"].map(at)).toEqual([
      "1:1",
      "2:3",
      "3:5",
      "3:8",
      "5:12",
      "5:4",
      "2:3",
    ]);
  });

  it("takes depth by indentation as far as the bound, and refuses it beyond any", () => {
    const indented = (depth: number) =>
      `${Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}a:\n`).join("")}${" ".repeat(depth)}b`;
    expect(() => value(indented(64))).not.toThrow();
    for (const depth of [65, 300, 1400]) {
      expect(() => value(indented(depth))).toThrow(WaybillError);
      expect(() => value(indented(depth))).toThrow(/nested more than 64/);
    }
  });

  it("says of a text that breaks off where, and shows no mark of the parser's", () => {
    expect(() => value("x: [1,\n")).toThrow(/^the text breaks off inside a flow collection$/);
  });

  it.each([
    ["brackets", "[".repeat(1 << 20)],
    ["closing brackets", "]".repeat(1 << 20)],
    ["dashes", "- ".repeat(1 << 19)],
    ["questions", "? ".repeat(1 << 19)],
    ["members", Array.from({ length: 100_000 }, (_, i) => `${i}:`).join("\n")],
    ["line ends", "\n".repeat(1 << 20)],
    ["documents", "--- a\n".repeat(170_000)],
    ["commas", `[${",\n".repeat(400_000)}`],
    ["anchors", "&a ".repeat(300_000)],
  ])("refuses a megabyte of %s before its parser sees it", (_, text) => {
    expect(() => value(text)).toThrow(WaybillError);
  });
});
