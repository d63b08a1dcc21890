// What `waybill validate` costs beside plain Ajv on the same file: `npm run bench -- validate`. Each round runs both
// sides; the median ratio is what counts. The second part: memory does not grow with the file.
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";

const folder = mkdtempSync(join(import.meta.dirname, ".validate-"));
const [lines = "100000"] = process.argv.slice(2);
const subject = "mission.v1/StatusEvent";
const log = join(folder, "status.events.jsonl");
await writeLog(log, Number(lines));

const contents = ["validate/index", "streams/index", "registry/load", "registry/tree"]
  .map((room) => `export * from ${JSON.stringify(resolve(`src/${room}.ts`))};`)
  .join("\n");
const outfile = join(folder, "rooms.mjs");
await build({
  stdin: { contents, resolveDir: resolve("."), loader: "ts" },
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "error",
});
const cli = join(folder, "cli.mjs");
await build({
  entryPoints: ["src/cli/index.ts"],
  outfile: cli,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "error",
});
const room = await import(outfile);
const { registry } = room.loadRegistry(room.folderTree(resolve("registry"), "registry"));
const validators = await room.openValidators(registry);
const reach = { at: "", where: [] };
const bySubject = room.openTarget(registry, validators, subject, { reach, stream: undefined }).judge(log);
const byStream = room.openTarget(registry, validators, "mission.v1", { reach, stream: undefined }).judge(log);
const { schema } = registry.subjects.get(subject).versions.at(-1) ?? registry.subjects.get(subject).draft;

const plain = new Ajv2020({ strict: false });
const all = new Ajv2020({ strict: false, allErrors: true });
for (const ajv of [plain, all]) addFormats.default(ajv);
const [first, every] = [plain.compile(schema), all.compile(schema)];

const contests = [
  ["one subject / plain Ajv", () => ours(bySubject), () => theirs(first)],
  ["one subject / Ajv with allErrors", () => ours(bySubject), () => theirs(every)],
  ["routed by the stream / plain Ajv", () => ours(byStream), () => theirs(first)],
];
for (const [name, we, they] of contests) {
  const rounds = [];
  for (let round = 0; round < 7; round += 1) rounds.push([await time(we), await time(they)]);
  const ratios = rounds.map(([a, b]) => a / b).sort((a, b) => a - b);
  const rate = (side) =>
    Math.round(
      Number(lines) / (rounds.map((round) => round[side]).sort((a, b) => a - b)[3] / 1000),
    ).toLocaleString("en-US");
  console.log(
    `${name}: time ratio median ${ratios[3].toFixed(2)}, from ${ratios[0].toFixed(2)} to ${ratios[6].toFixed(2)}; here ${rate(0)} and ${rate(1)} lines/s`,
  );
}

const size = Number(lines);
const short = peak(size);
const long = peak(size * 10);
console.log(
  `peak memory of the command, ${(size * 10).toLocaleString("en-US")} lines / ${size.toLocaleString("en-US")} lines: ratio ${(long / short).toFixed(2)} (here ${mebibytes(long)} and ${mebibytes(short)} MiB)`,
);
rmSync(folder, { recursive: true });

async function ours(judge) {
  const tally = room.createTally();
  const source = {
    file: log,
    form: "lines",
    at: "",
    judge,
    bytes: createReadStream(log, { highWaterMark: 1 << 18 }),
  };
  await room.validateSource(source, tally, { onRemark: () => {}, onProgress: () => {} });
  return tally.totals().valid;
}

/** What one would write by hand. */
async function theirs(validate) {
  let valid = 0;
  for await (const line of createInterface({
    input: createReadStream(log),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (validate(JSON.parse(line))) valid += 1;
  }
  return valid;
}

async function time(run) {
  const start = performance.now();
  const valid = await run();
  if (valid !== Number(lines)) throw new Error(`${valid} of ${lines} lines are valid`);
  return performance.now() - start;
}

async function writeLog(file, count) {
  const examples = `registry/${subject}/examples/valid`;
  const texts = readdirSync(examples).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(examples, name), "utf8"))),
  );
  const out = createWriteStream(file);
  for (let at = 0; at < count; at += 1) {
    if (!out.write(`${texts[at % texts.length]}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** Peak resident memory of the command line on a log of so many lines, in KiB. */
function peak(count) {
  const file = join(folder, `${count}`, "status.events.jsonl");
  const script = `import('node:fs').then(async (fs) => { fs.mkdirSync(${JSON.stringify(join(folder, `${count}`))}); const text = fs.readFileSync(${JSON.stringify(log)}); const out = fs.openSync(${JSON.stringify(file)}, 'w'); for (let i = 0; i < ${count / size}; i += 1) fs.writeSync(out, text); });`;
  spawnSync(process.execPath, ["-e", script]);
  const report =
    "data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))";
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", report, cli, "validate", "mission.v1", file, "--json"],
    { encoding: "utf8" },
  );
  return Number(/\d+$/.exec(stderr)?.[0]);
}

function mebibytes(kibibytes) {
  return Math.round(kibibytes / 1024);
}
