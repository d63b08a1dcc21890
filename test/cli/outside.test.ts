import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { nameOf } from "../../src/cli/parser.ts";
import { scratch } from "../kit/scratch.ts";

const accepting = ["--reason", "x", "--owner", "y", "--expires", "2999-01-01"];
/** One line for each command, run where there is no project: its exit code, and the way out it names. */
const lines: readonly (readonly [argv: readonly string[], code: number, says: string])[] = [
  [["init"], 0, "waybill publish"],
  [["new", "shop.v1/Order"], 0, "waybill check shop.v1/Order"],
  [["author"], 1, "begin one with `waybill init`"],
  [["fmt"], 1, "begin one with `waybill init`"],
  [["check"], 1, "begin one with `waybill init`"],
  [["diff", "a", "b"], 1, 'there is no file "a"'],
  [["prove", "a", "b"], 1, "name a JSON Schema file, or an address"],
  [["explain", "ZZZ"], 2, "docs/rules.md"],
  [["publish"], 1, "begin one with `waybill init`"],
  [["withdraw", "shop.v1/Order@1", "--reason", "x"], 1, "begin one with `waybill init`"],
  [["accept", "0123456789ab", ...accepting], 1, "begin one with `waybill init`"],
  [["generate"], 1, "begin one with `waybill init`"],
  [["validate", "shop.v1/Order", "x.json"], 1, "begin one with `waybill init`"],
  [["journal", "upgrade", "x.jsonl"], 1, "begin one with `waybill init`"],
  [["vocabulary", "map", "x"], 1, "begin one with `waybill init`"],
  [["list"], 1, "begin one with `waybill init`"],
  [["show", "shop.v1/Order"], 1, "begin one with `waybill init`"],
  [["hash", "x.json"], 1, "there is no such file"],
  [["completion", "fish"], 0, ""],
];

describe("outside a project", () => {
  it.each(lines)("%j exits with %i", async (argv, code, says) => {
    const ran = await scratch().run(...argv);
    expect(ran.err).toContain(says);
    expect(ran.err).not.toContain("this is a bug");
    expect(ran.code).toBe(code);
  });

  it("is tried with every command", () => {
    expect(new Set(lines.map(([[name]]) => name))).toEqual(new Set(commands.map(nameOf)));
  });
});
