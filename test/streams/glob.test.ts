import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/streams/index.ts";

describe("matchesGlob", () => {
  it.each([
    ["**/status.events.jsonl", "status.events.jsonl", true],
    ["**/status.events.jsonl", "../logs/a/b/status.events.jsonl", true],
    ["**/status.events.jsonl", "logs/old-status.events.jsonl", false],
    ["*.jsonl", "a.jsonl", true],
    ["*.jsonl", "logs/a.jsonl", false],
    ["logs/**", "logs/a/b", true],
    ["logs/**/x", "logs/x", true],
    ["journal-?.ndjson", "journal-1.ndjson", true],
    ["journal-?.ndjson", "journal-12.ndjson", false],
    ["a*b*c", "aXbYbZc", true],
    ["a*b*c", "aXbYbZ", false],
    ["[a].jsonl", "a.jsonl", false],
    ["a.jsonl", "axjsonl", false],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected);
  });

  it("answers at once where a careless matcher would try every way", () => {
    expect(matchesGlob(`${"*a".repeat(40)}b`, "a".repeat(5000))).toBe(false);
    expect(matchesGlob(`${"**/a/".repeat(40)}b`, `${"a/".repeat(80)}c`)).toBe(false);
    expect(matchesGlob(`${"**/a/".repeat(40)}c`, `${"a/".repeat(80)}c`)).toBe(true);
  });
});
