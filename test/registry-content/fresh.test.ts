import { expect, it } from "vitest";
import { author } from "../../src/author/author.ts";
import { registry } from "./drafts.ts";

it("every draft is what its source says", async () => {
  const drafts = await author({ root: registry, shown: "registry", only: [], check: true });
  expect(drafts.length).toBeGreaterThan(0);
  expect(drafts.filter(({ state }) => state !== "unchanged").map(({ file }) => file)).toEqual([]);
});
