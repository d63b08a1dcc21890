// npm run bench -- generate: the time to generate types for 100, 1,000 and 5,000 subjects, cold and with nothing changed,
// beside json-schema-to-typescript without its formatter and `git status`, measured in one run as whole processes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { writeRegistry } from "./generate/registry.mjs";

const sizes = process.argv[2] === undefined ? [100, 1000, 5000] : process.argv[2].split(",").map(Number);
const rounds = Number(process.argv[3] ?? 3);
const cli = resolve("dist/cli.js");
const rows = {};
const bundle = resolve("bench/node_modules/.types.mjs");
await build({
  entryPoints: ["generators/types/index.ts"],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  writeRegistry(folder, size);
  run(folder, process.execPath, [cli, "publish", "--quiet"]);
  const generated = join(folder, "generated");
  const generate = () => run(folder, process.execPath, [cli, "generate", "--quiet"]);
  const alone = (script) => () =>
    run(resolve("."), process.execPath, [
      `bench/generate/${script}.mjs`,
      join(folder, "registry"),
      join(folder, script),
      bundle,
    ]);
  const cold = [];
  const unchanged = [];
  const peers = [];
  const ours = [];
  const status = [];
  for (let round = 0; round < rounds; round++) {
    rmSync(generated, { recursive: true, force: true });
    rmSync(join(folder, ".waybill-cache"), { recursive: true, force: true });
    cold.push(time(generate));
    peers.push(time(alone("peer")));
    ours.push(time(alone("ours")));
    if (round === 0) {
      run(folder, "git", ["init", "-q"]);
      run(folder, "git", ["add", "generated"]);
    }
    unchanged.push(time(generate));
    // Git refreshes what it remembers of the files once, waybill's first look counts as well.
    run(folder, "git", ["status", "--porcelain", "--", "generated"]);
    status.push(time(() => run(folder, "git", ["status", "--porcelain", "--", "generated"])));
  }
  rows[size] = {
    "json-schema-to-typescript ms": median(peers),
    "our types alone ms": median(ours),
    "types alone, times faster": ratio(median(peers), median(ours)),
    "waybill generate, cold ms": median(cold),
    "generate, times faster": ratio(median(peers), median(cold)),
    "unchanged ms": median(unchanged),
    "git status ms": median(status),
    "times git status": ratio(median(unchanged), median(status)),
    "cold ms a subject": ratio(median(cold), size),
  };
  console.table({ [size]: rows[size] });
  rmSync(folder, { recursive: true, force: true });
}
console.table(rows);

function run(cwd, command, args) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}

function time(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function median(values) {
  return Math.round([...values].sort((a, b) => a - b)[values.length >> 1]);
}

function ratio(a, b) {
  return Number((a / b).toFixed(2));
}
