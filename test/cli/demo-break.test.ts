import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

const run = (env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ["scripts/demo-break.mjs"], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });

/** Each mistake with what has to be said of it. */
const mistakes = [
  ["A field is renamed", "PROPERTY_RENAMED", "a new reader cannot", "an old reader cannot"],
  ["A closed enum grows", "ENUM_VALUE_ADDED_TO_CLOSED", '"execution_mode":"unknown"'],
  ["An actor widens", "TYPE_WIDENED", '"actor":{}'],
  ["A new field is required", "REQUIRED_ADDED", 'Add "target_branch" as optional'],
  ["null is written for absent", "TYPE_WIDENED", '"error":null', 'Leave "error" out'],
] as const;

describe.skipIf(!existsSync("dist/cli.cjs"))("npm run demo:break (skipped: not built)", () => {
  it("makes five mistakes, and shows that each is stopped, by whom and how", () => {
    const { status, stdout, stderr } = run();
    expect(stderr).toBe("");
    const parts = stdout.split(/\n(?=\d\. )/).slice(1);
    expect(parts).toHaveLength(mistakes.length);
    for (const [index, [title, ...said]] of mistakes.entries()) {
      const part = parts[index] ?? "";
      expect(part).toContain(`${index + 1}. ${title}\n`);
      for (const words of said) expect(part.replaceAll(/\s+/g, " ")).toContain(words);
      expect(part).toMatch(/ {6}witness \{/);
      expect(part).toMatch(/ {4}fix {5}\S/);
    }
    expect(stdout).toContain("5 of 5 mistakes stopped");
    expect(status).toBe(0);
  });

  it("ends with 1 where nobody stops them", () => {
    const { status, stdout } = run({ WAYBILL_CLI: "test/fixtures/blind-cli.mjs" });
    expect(stdout).toContain("this went unnoticed");
    expect(stdout).toContain("0 of 5 mistakes stopped");
    expect(status).toBe(1);
  });
});
