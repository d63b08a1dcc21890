import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkRules } from "../../src/check/rules/index.ts";
import { allRules } from "../../src/cli/rules.ts";
import { scratch } from "../kit/scratch.ts";

/** Ids as they stand in the code that makes findings. */
function idsIn(folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".ts") || entry.parentPath.endsWith("/rules")) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, id = ""] of text.matchAll(/"([A-Z]{2,}(?:_[A-Z]+)+)"/g)) found.add(id);
  }
  return found;
}

const notRules = new Set(["CANNOT_RUN"]);

it("every id a finding can carry is explained, and every explained one can be carried", async () => {
  const known = new Set((await allRules()).map(({ id }) => id));
  const carried = new Set(
    [...idsIn("src/check"), ...idsIn("src/registry")].filter((id) => !notRules.has(id)),
  );
  expect([...carried].filter((id) => !known.has(id))).toEqual([]);
  expect(carried.size).toBeGreaterThan(40);
  const silent = checkRules.filter(({ id }) => id !== "MALFORMED" && !carried.has(id));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it("no id is explained twice", async () => {
  const ids = (await allRules()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("explain tells what happened, why, an example and the way out; docs/rules.md does too", async () => {
  const { run } = scratch();
  const page = readFileSync("docs/rules.md", "utf8");
  for (const { id, summary, why, fix, occurs } of checkRules) {
    const { code, out } = await run("explain", id);
    expect(code).toBe(0);
    for (const part of [id, summary, why, fix, occurs]) {
      expect(out).toContain(part);
      expect(page).toContain(part);
    }
  }
});
