// Bundles the command line, the library and the authoring module into dist/, one shared chunk graph: commands load their
// rooms when they run. With --types, as for a package: from nothing, with declarations.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundling } from "./bundling.mjs";
import { licences } from "./licences.mjs";

const forPackage = process.argv.includes("--types");
if (forPackage) rmSync("dist", { recursive: true, force: true });
const define = { WAYBILL_BUILD: JSON.stringify(hashOfSources()) };
const { metafile } = await build({
  ...bundling,
  entryPoints: { start: "src/cli/start.ts", index: "src/index.ts", author: "src/author/index.ts" },
  outdir: "dist",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  metafile: true,
  define,
});
await build({
  ...bundling,
  entryPoints: ["src/cli/index.ts"],
  outfile: "dist/cli.cjs",
  format: "cjs",
  plugins: [{ name: "start-outside", setup: startOutside }],
  define,
});
// Of the pattern checker only what runs in the child that is given patterns: its package brings 52 MB that nothing uses.
const checker = await build({
  ...bundling,
  entryPoints: ["recheck/lib/browser.js"],
  outfile: "dist/recheck.cjs",
  format: "cjs",
  metafile: true,
});
chmodSync("dist/cli.cjs", 0o755);
writeFileSync("dist/LICENCES.txt", licences({ inputs: { ...metafile.inputs, ...checker.metafile.inputs } }));
if (forPackage) declare();
else sweep(new Set(Object.keys(metafile.outputs)));

/** What is loaded where there is something to do: the other bundle has it. */
function startOutside(build) {
  build.onResolve({ filter: /^\.\/start\.ts$/ }, () => ({ path: "./start.js", external: true }));
}

/** Removes chunks of earlier builds, but for the last minutes': a command that still runs loads its own when it needs them. */
function sweep(current) {
  const old = Date.now() - 10 * 60_000;
  for (const name of readdirSync("dist/chunks")) {
    const path = `dist/chunks/${name}`;
    if (!current.has(path) && statSync(path).mtimeMs < old) rmSync(path, { force: true });
  }
}

/** What the tool found out before holds for one build of it. */
function hashOfSources() {
  const hash = createHash("sha256");
  const sources = ["src", "generators"].flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  for (const path of [...sources.sort(), "package.json", "package-lock.json"])
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function declare() {
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  if (!existsSync(tsc)) return console.warn("no TypeScript here: dist/ has no declarations");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
