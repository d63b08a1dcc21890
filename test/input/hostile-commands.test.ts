import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../kit/scratch.ts";

// Every refused file of the corpus as the draft of a subject of its own, all in one registry.
const root = join(import.meta.dirname, "../fixtures/hostile/files");
const drafts = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".json") && !entry.parentPath.endsWith("accepted"))
  .map((entry) => join(entry.parentPath, entry.name));
const pathOf = (index: number) => `registry/h.v1/S${index}/schema.json`;

function project() {
  const made = scratch({
    "waybill.yaml": "version: 1\n",
    "registry/h.v1/namespace.yaml": "title: Hostile\nowners: [nobody]\n",
    "registry/h.v1/Good/schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "string",
    },
  });
  for (const [index, path] of drafts.entries()) {
    const file = join(made.folder, pathOf(index));
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(path, file);
  }
  return made;
}

describe("commands over a registry of hostile drafts", () => {
  it("check names every file with a line", async () => {
    const { run, snapshot } = project();
    const before = snapshot();
    const { code, out, err } = await run("check");
    expect(code).toBe(100);
    expect(snapshot()).toEqual(before);
    expect(drafts.filter((_, index) => !(out + err).includes(`${pathOf(index)}:`))).toEqual([]);
    holdWords(out + err);
  });

  it.each([["publish"], ["generate"], ["list"], ["show", "h.v1/S1"]])(
    "%s stops at the first, and writes nothing",
    async (...argv) => {
      const { run, snapshot } = project();
      const before = snapshot();
      const { code, out, err } = await run(...argv);
      expect(code).toBe(100);
      expect(snapshot()).toEqual(before);
      expect(out + err).toMatch(/registry\/h\.v1\/S\d+\/schema\.json:\d+:\d+: /);
      holdWords(out + err);
    },
  );
});

/** No stack trace, nothing a terminal obeys, nothing unseen. */
function holdWords(said: string): void {
  expect(said).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\n\s+at \S+ \(/u);
}
