// Writes runtime.json: what upgraders share, as JavaScript, so that generating reads no files.
// Run after a change in the files below: node generators/upgrades/embed.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const names = ["path", "sha256", "step", "upgrade"];

/** JavaScript by file name without ending. */
export function runtimeFiles() {
  const texts = names.map((name) => {
    const text = readFileSync(join(here, "../../src/migrate", `${name}.ts`), "utf8");
    const { code } = transformSync(text, { loader: "ts", target: "es2022" });
    return [name, code.replaceAll(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"')];
  });
  return Object.fromEntries(texts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(here, "runtime.json"), `${JSON.stringify(runtimeFiles(), null, 2)}\n`);
}
