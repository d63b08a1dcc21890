// `npm run verify`: the gate. Stops at the first command that fails and says which.
import { spawnSync } from "node:child_process";

const node = process.execPath;
const steps = [
  ["types", "npx", ["tsc", "--noEmit"]],
  ["lint", "npx", ["biome", "lint", "--error-on-warnings"]],
  ["format", "npx", ["biome", "format"]],
  ["build", node, ["scripts/build.mjs"]],
  ["author --check", node, ["dist/cli.cjs", "author", "--check"]],
  ["check", node, ["dist/cli.cjs", "check"]],
  ["generate --check", node, ["dist/cli.cjs", "generate", "--check"]],
  ["docs --check", node, ["scripts/docs.mjs", "--check"]],
  ["generated code compiles", "npx", ["tsc", "-p", "test/generated"]],
];
for (const [name, command, args] of steps) {
  const start = performance.now();
  const run = spawnSync(command, args, { stdio: "inherit" });
  if (run.status !== 0) fail(name);
  console.log(`ok ${name}  (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
const dirty = spawnSync("git", ["status", "--porcelain"], { encoding: "utf8" }).stdout.trim();
if (dirty !== "") {
  console.error(`the tree is not clean after generating:\n${dirty}`);
  fail("clean tree");
}
console.log("ok clean tree");

function fail(name) {
  console.error(`failed: ${name}`);
  process.exit(1);
}
