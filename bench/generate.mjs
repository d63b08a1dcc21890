// npm run bench -- generate [sizes] [rounds]: the time to generate types for 100, 1,000 and 5,000 subjects, cold and with
// nothing changed, beside json-schema-to-typescript without its formatter, `git status`, and Node doing nothing, measured in
// one run as whole processes. Each is given in milliseconds on the clock and of processor: on a busy machine only the latter tell.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { bundling } from "../scripts/bundling.mjs";
import { writeRegistry } from "./generate/registry.mjs";

const sizes = process.argv[2] === undefined ? [100, 1000, 5000] : process.argv[2].split(",").map(Number);
const rounds = Number(process.argv[3] ?? 3);
const cli = resolve("dist/cli.cjs");
const rows = {};
// The flag that `generate` runs under; the peer gets it as well.
const flags = process.version.startsWith("v20.") ? ["--interrupt-budget=600000"] : [];
const bundle = resolve("bench/node_modules/.types/index.mjs");
await build({
  ...bundling,
  entryPoints: ["generators/types/index.ts"],
  outdir: resolve("bench/node_modules/.types"),
  outExtension: { ".js": ".mjs" },
  splitting: true,
});

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  writeRegistry(folder, size);
  run(folder, process.execPath, [cli, "publish", "--quiet"]);
  const generated = join(folder, "generated");
  const list = join(folder, "versions.json");
  writeFileSync(list, JSON.stringify(versions(join(folder, "registry"))));
  const cache = join(folder, "..", `${basename(folder)}-cache`);
  const generate = () => run(folder, process.execPath, [cli, "generate", "--quiet"]);
  const alone = (script) => () =>
    run(resolve("."), process.execPath, [
      ...flags,
      `bench/generate/${script}.mjs`,
      list,
      join(folder, script),
      bundle,
    ]);
  const taken = {};
  const measure = (name, work) => {
    taken[name] = [...(taken[name] ?? []), time(work)];
  };
  for (let round = 0; round < rounds; round++) {
    for (const made of [generated, cache, join(folder, "peer"), join(folder, "ours")])
      rmSync(made, { recursive: true, force: true });
    measure("cold", generate);
    measure("peer", alone("peer"));
    measure("ours", alone("ours"));
    if (round === 0) run(folder, "git", ["init", "-q"]);
    run(folder, "git", ["add", "generated"]);
    // Git refreshes what it remembers of the files once; waybill's first look counts.
    run(folder, "git", ["status", "--porcelain", "--", "generated"]);
    for (let again = 0; again < 3; again++) {
      measure("unchanged", generate);
      measure("status", () => run(folder, "git", ["status", "--porcelain", "--", "generated"]));
      measure("node", () => run(folder, process.execPath, ["-e", "0"]));
    }
  }
  for (const kind of ["wall", "cpu"]) {
    const of = Object.fromEntries(
      Object.entries(taken).map(([name, all]) => [name, median(all.map((one) => one[kind]))]),
    );
    rows[`${size} ${kind}`] = {
      "json-schema-to-typescript": of.peer,
      "our types alone": of.ours,
      "times faster": ratio(of.peer, of.ours),
      "generate, cold": of.cold,
      "times faster, cold": ratio(of.peer, of.cold),
      "cold, a subject": ratio(of.cold, size),
      "generate, unchanged": of.unchanged,
      "node -e 0": of.node,
      "git status": of.status,
      "times git status": ratio(of.unchanged, of.status),
      "times, less Node's start": ratio(of.unchanged - of.node, of.status),
    };
  }
  console.table(rows);
  for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true });
}

/** Every frozen version: what the two that print types alone are given, so that neither looks for it. */
function versions(registry) {
  return readdirSync(registry, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith("versions"))
    .map((entry, at) => {
      const [namespace, name] = entry.parentPath.slice(registry.length + 1).split("/");
      return { file: join(entry.parentPath, entry.name), at, namespace, name };
    });
}

function run(cwd, command, args) {
  // A machine that does much else must not make a command look as if it hung.
  const env = { ...process.env, XDG_CACHE_HOME: `${cwd}-cache`, WAYBILL_SECONDS: "120" };
  // Node reads what is named here at every start, ours and the peer's; no figure is to depend on it.
  delete env.NODE_EXTRA_CA_CERTS;
  const { status, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}

function time(work) {
  const from = { wall: performance.now(), cpu: childrenCpu() };
  work();
  return { wall: performance.now() - from.wall, cpu: childrenCpu() - from.cpu };
}

/** Milliseconds of processor that ended children used, theirs included; 0 where the system does not say. */
function childrenCpu() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}

function median(values) {
  return Math.round([...values].sort((a, b) => a - b)[values.length >> 1]);
}

function ratio(a, b) {
  return Number((a / b).toFixed(2));
}
