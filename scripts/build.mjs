// Bundles the command line, the library and the authoring module into dist/, one shared chunk graph, dependencies left
// outside: commands load their rooms when they run.
import { rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: { cli: "src/cli/index.ts", index: "src/index.ts", author: "src/author/index.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  chunkNames: "chunks/[name]-[hash]",
  banner: {},
  sourcemap: false,
  logLevel: "warning",
});
