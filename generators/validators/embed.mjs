// Writes runtime.json: the runtime and the format functions as JavaScript, so that generating reads no files.
// Run after a change in runtime/ or src/formats/: node generators/validators/embed.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

/** The runtime as generators embed it: JavaScript by file name without ending. */
export function runtimeFiles() {
  const files = {};
  for (const [folder, prefix] of [
    [join(here, "runtime"), ""],
    [join(here, "../../src/formats"), "formats/"],
  ]) {
    for (const file of readdirSync(folder).sort()) {
      if (file === "index.ts") continue;
      const { code } = transformSync(readFileSync(join(folder, file), "utf8"), {
        loader: "ts",
        target: "es2022",
      });
      files[prefix + file.slice(0, -3)] = code.replaceAll(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"');
    }
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(here, "runtime.json"), `${JSON.stringify(runtimeFiles(), null, 2)}\n`);
}
