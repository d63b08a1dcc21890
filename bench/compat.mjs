// Verdicts beside their peers on the same pairs, in one run: `npm run bench -- compat [file.jsonl ...]`.
// Every question is put to every tool in turn; right and wrong are counted against labels both validators let stand.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { measureHostile } from "./compat/hostile.mjs";
import { limitedPeers } from "./compat/limited.mjs";
import { ajvYardstick } from "./compat/peers.mjs";

const data = join(process.env.WAYBILL_DATA ?? "../shared/data", "compat");
const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : ["containment-draft6", "containment-draft7", "jsonsubschema", "iglu"].map((name) =>
        join(data, `${name}.jsonl`),
      );
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(", ")} not present; name a file of pairs, or set WAYBILL_DATA`);
  process.exit(0);
}

const folder = mkdtempSync(join(import.meta.dirname, ".compat-"));
const outfile = join(folder, "compat.mjs");
const contents = ["compat/inclusion/index", "compat/prove-pairs", "compat/read-pair"]
  .map((room) => `export * from ${JSON.stringify(resolve(`src/${room}.ts`))};`)
  .join("\n");
await build({
  stdin: { contents, resolveDir: resolve("."), loader: "ts" },
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "error",
});
const yardstick = ajvYardstick(["draft-04", "draft-06", "draft-07"]);
const { decide, provePairs, readPair } = await import(outfile);

const peers = await limitedPeers();
for (const file of files) await contest(file);
linear();
measureHostile(outfile);
rmSync(folder, { recursive: true });
process.exit(0);

async function contest(file) {
  const pairs = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line, index) => readPair(JSON.parse(line), file, index + 1));
  const { report } = provePairs(pairs, {});
  const refuted = new Set(report.refuted.map(({ id, direction }) => `${id} ${direction}`));
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const waybill = {
    name: "waybill",
    ask: (old, next, dialect) =>
      timed([structuredClone(old), structuredClone(next)], (sides) => {
        const { verdict } = decide(...sides, { dialect });
        return verdict === "undecided" ? undefined : verdict === "compatible";
      }),
  };
  const ajv = {
    name: yardstick.name,
    ask: (old, next, dialect) =>
      timed(yardstick.prepare(old, next), (sides) => yardstick.ask(sides, dialect)),
  };
  const tools = [waybill, ajv, ...peers];
  const tallies = new Map(
    tools.map((tool) => [tool, { right: 0, falseYes: 0, falseNo: 0, failed: 0, times: [] }]),
  );
  // A first lap warms every tool alike.
  for (const { id, direction } of report.results.slice(0, 300)) {
    const [old, next] = sides(byId.get(id), direction);
    for (const tool of tools) await tool.ask(old, next, byId.get(id).dialect);
  }
  for (const { id, direction } of report.results) {
    const pair = byId.get(id);
    const [old, next] = sides(pair, direction);
    const expected = refuted.has(`${id} ${direction}`) ? undefined : pair.expect[direction];
    for (const tool of tools) {
      const tally = tallies.get(tool);
      const { answer, failed, took } = await tool.ask(old, next, pair.dialect);
      tally.times.push(took);
      if (failed) tally.failed++;
      else if (answer === undefined || expected === undefined) continue;
      else if (answer === expected) tally.right++;
      else if (answer) tally.falseYes++;
      else tally.falseNo++;
    }
  }
  show(basename(file), report, tools, tallies);
}

function sides(pair, direction) {
  return direction === "oldSubsetOfNew" ? [pair.old, pair.new] : [pair.new, pair.old];
}

function timed(prepared, run) {
  const start = performance.now();
  try {
    return { answer: run(prepared), failed: false, took: performance.now() - start };
  } catch {
    return { answer: undefined, failed: true, took: performance.now() - start };
  }
}

function show(name, report, tools, tallies) {
  const labelled = report.right + report.wrong;
  console.log(
    `\n${name}: ${report.questions} questions, ${labelled} with a label that stands, ${report.undecided} undecided by waybill`,
  );
  const sizes = report.results
    .filter(({ verdict }) => verdict === "incompatible")
    .map(({ witness }) => JSON.stringify(witness).length)
    .sort((a, b) => a - b);
  console.log(`witness bytes: median ${at(sizes, 0.5)}, p95 ${at(sizes, 0.95)}`);
  const ours = tallies.get(tools[0]).times.sort((a, b) => a - b);
  const row = (...cells) =>
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(13))).join(""));
  row("", "right", "false yes", "false no", "failed", "median/ours", "p95/ours");
  for (const tool of tools) {
    const { right, falseYes, falseNo, failed, times } = tallies.get(tool);
    times.sort((a, b) => a - b);
    const ratio = (share) => (at(times, share) / at(ours, share)).toFixed(2);
    const judged = tool.name.includes("Ajv") ? ["", "", ""] : [right, falseYes, falseNo].map(String);
    row(tool.name, ...judged, String(failed), ratio(0.5), ratio(0.95));
  }
}

function at(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Unchanged schemas of growing size, and one of their members widened: cost per member. */
function linear() {
  console.log("\nmicroseconds for each member, by size");
  const members = (count, of) => ({
    type: "object",
    properties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, of(i)])),
  });
  const plain = (i) => ({ type: ["integer", "string"], minimum: i, maxLength: i });
  const cases = {
    unchanged: (n) => members(n, plain),
    "one widened": (n) => members(n, (i) => (i === 7 ? { ...plain(i), minimum: i - 1 } : plain(i))),
    "all widened": (n) => members(n, (i) => ({ ...plain(i), minimum: i - 1 })),
  };
  for (const [name, next] of Object.entries(cases)) {
    const costs = [100, 1_000, 10_000].map((count) => {
      const [old, changed] = [members(count, plain), next(count)];
      const rounds = Array.from({ length: 5 }, () => {
        const start = performance.now();
        decide(old, changed);
        return performance.now() - start;
      }).sort((a, b) => a - b);
      return `${count}: ${((at(rounds, 0.5) / count) * 1000).toFixed(1)}`;
    });
    console.log(`${name.padEnd(14)} ${costs.join("   ")}`);
  }
}
