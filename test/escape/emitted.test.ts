import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { scratch } from "../kit/scratch.ts";

// Schemas whose form is fine and whose words are hostile, all in one registry; what is emitted from them is read again.
const corpus = join(import.meta.dirname, "../fixtures/hostile/files/accepted");
// Booleans are no subjects, and patterns that can be made to hang are not published.
const refused = /^(boolean-|pattern-counted|pattern-(property-)?exponential)/;
const schemas = readdirSync(corpus).filter((file) => !refused.test(file));

/** `says-comment-end.json` as `SaysCommentEnd`. */
const subjectOf = (file: string) =>
  basename(file, ".json")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

const project = scratch({
  // Some are too large to be judged in the time there is; what is emitted from them must be harmless all the same.
  "waybill.yaml": "version: 1\ncheck: { undecided: warning }\n",
  "registry/h.v1/namespace.yaml": "title: Hostile\nowners: [nobody]\n",
  ...Object.fromEntries(
    schemas.map((file) => [
      `registry/h.v1/${subjectOf(file)}/schema.json`,
      readFileSync(join(corpus, file), "utf8"),
    ]),
  ),
});

// One test: the project is gone after it.
describe("what is emitted from hostile words", () => {
  // A hundred subjects published, generated and compiled: seconds alone, a minute where the machine is busy.
  it("is code and markdown of ours alone", { timeout: 300_000 }, async () => {
    for (const command of ["publish", "generate"]) {
      const { code, err } = await project.run(command);
      expect(code, err).toBe(0);
    }
    const emitted = [...project.snapshot()].filter(([path]) => path.startsWith("generated/"));
    const scripts = emitted
      .filter(([path]) => /\.m?js$/.test(path))
      .map(([path]) => join(project.folder, path));
    const pages = emitted.filter(([path]) => path.endsWith(".md"));
    expect(scripts.length).toBeGreaterThan(schemas.length);
    expect(pages.length).toBeGreaterThan(schemas.length);

    expect(importAll(scripts)).toBe(`${scripts.length} imported, canary undefined`);
    compileAll();
    for (const [path, text] of emitted) holdNothingUnseen(path, text);
    for (const [path, text] of pages) holdPage(path, text);
  });
});

/** Imports each module in a child; one that never settles, throws, or sets the canary shows in the answer. */
function importAll(paths: readonly string[]): string {
  const program = `
    import { pathToFileURL } from "node:url";
    let imported = 0;
    process.on("exit", () => process.stdout.write(imported + " imported, canary " + globalThis.canary));
    for (const path of JSON.parse(process.argv[1])) {
      const module = await import(pathToFileURL(path).href);
      imported += Object.keys(module).length > 0 ? 1 : 0;
    }`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", program, JSON.stringify(paths)], {
    encoding: "utf8",
  });
}

function compileAll(): void {
  project.write({
    "tsconfig.json": {
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: "NodeNext",
        target: "ES2023",
        types: [],
        allowImportingTsExtensions: true,
      },
      include: ["generated"],
    },
  });
  execFileSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", project.folder], {
    stdio: "pipe",
  });
}

function holdNothingUnseen(path: string, text: string): void {
  const unseen = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
  expect(unseen.exec(text)?.index, path).toBeUndefined();
}

function holdPage(path: string, text: string): void {
  const rendered = marked.parse(text, { gfm: true, async: false });
  expect(rendered.match(/<(?:script|img|iframe|style|svg)\b/i), path).toBeNull();
  expect(rendered.match(/<h\d[^>]*>\s*(?:Forged|Another|forged)/), path).toBeNull();
  const links = [...rendered.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  for (const href of links) expect(href, path).toMatch(/^[\w./#-]+$/);
  const forged = [...rendered.matchAll(/<td>forged<\/td>/g)];
  expect(forged, path).toHaveLength(0);
}
