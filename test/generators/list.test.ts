import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { generators } from "../../generators/index.ts";

it("the list of generators is the folder, and no two share a name", () => {
  const folders = readdirSync(new URL("../../generators", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(generators.map(({ name }) => name).sort()).toEqual(folders.sort());
});
