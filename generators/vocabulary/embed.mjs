// Writes runtime.json: what mappers share, as JavaScript, so that generating reads no files.
// Run after a change in src/vocabulary/map-word.ts: node generators/vocabulary/embed.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

/** JavaScript by file name without ending. */
export function runtimeFiles() {
  const text = readFileSync(join(here, "../../src/vocabulary/map-word.ts"), "utf8");
  return { "map-word": transformSync(text, { loader: "ts", target: "es2022" }).code };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(here, "runtime.json"), `${JSON.stringify(runtimeFiles(), null, 2)}\n`);
}
