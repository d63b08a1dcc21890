// `npm run docs`: writes the pages that follow from the code; with --check, says which are stale.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

await build({
  entryPoints: ["scripts/docs/pages.ts"],
  outfile: "dist/docs.js",
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
const { pages } = await import("../dist/docs.js");
const check = process.argv.includes("--check");
let stale = 0;
for (const { path, text } of await pages()) {
  if (read(path) === text) continue;
  stale += 1;
  console.log(`${path} is ${check ? "stale: run `npm run docs`" : "written"}`);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.exitCode = check && stale > 0 ? 100 : 0;

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
