// Whether any input under 1 MiB makes a command run for over 5 s or hold over 1 GiB. Seconds are of processor, children
// included, so that a busy machine changes nothing; what waits instead of working is stopped by the clock.
// node bench/bounds.mjs [pattern of cases] [pattern of commands] [log]: invented schemas, invented projects, the hostile
// corpus. With a log, a run that was stopped goes on where it stood, and the summary is of all that the log holds.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bySchema } from "./bounds/by-schema.mjs";
import { isOver, mostSeconds, openLog, summary } from "./bounds/log.mjs";
import { measure } from "./bounds/measure.mjs";
import { projects } from "./bounds/projects.mjs";
import { instances, schemas } from "./bounds/schemas.mjs";
import { commitAll, write } from "./bounds/write.mjs";

const cli = process.env.WAYBILL_CLI ?? resolve("dist/cli.cjs");
const [wantedCase, wantedCommand] = [2, 3].map((at) => new RegExp(process.argv[at] ?? ""));
const log = openLog(process.argv[4]);
const root = mkdtempSync(join(tmpdir(), "waybill-bounds-"));
const head = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Worst",
  description: "The worst.",
};

for (const [name, make] of Object.entries(schemas)) {
  if (!wantedCase.test(name)) continue;
  await bySchema(name, { ...head, ...make() }, instances[name], root, runner(name));
}
for (const [name, make] of Object.entries(projects)) {
  if (!wantedCase.test(name)) continue;
  await byProject(make(), runner(name));
}
if (wantedCase.test("corpus")) await byCorpus(resolve("test/fixtures/hostile/files"), runner("corpus"));
rmSync(root, { recursive: true });
process.stdout.write(summary(log.rows(), everyCommand()));

/** A project: its files, under 1 MiB together, what was committed before, and what is run in it, in this order. */
async function byProject({ files, commits = [], commands }, run) {
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > 1 << 20) throw new Error(`the project has ${bytes} bytes, over 1 MiB`);
  const folder = join(root, "case");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  commitAll(folder, commits);
  write(folder, files);
  for (const args of commands) await run(folder, args);
}

/** The hostile corpus at once: as loose files, and as the drafts of one registry. */
async function byCorpus(corpus, run) {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".json"),
  );
  const folder = join(root, "corpus");
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  write(join(folder, "loose"), Object.fromEntries(texts.map((text, at) => [`${at}.json`, text])));
  write(join(folder, "registry/bounds.v1"), {
    "namespace.yaml": "title: Bounds\nowners: [nobody]\n",
    ...Object.fromEntries(texts.map((text, at) => [`S${at}/schema.json`, text])),
  });
  write(folder, { "waybill.yaml": "version: 1\n", "data.jsonl": Buffer.concat(texts).subarray(0, 1 << 20) });
  for (const args of [
    ["generate", "--from", "loose", "--out", "out"],
    ["check"],
    ["publish"],
    ["generate"],
    ["list"],
    ["fmt"],
    ["validate", "bounds.v1/S0", "data.jsonl", "--summary"],
    ["prove", "--pairs", "data.jsonl"],
  ])
    await run(folder, args);
}

function runner(name) {
  return async (cwd, args) => {
    const command = args.join(" ");
    const before = log.get(name, command);
    // Whatever is written by a command is not written again: a later one then meets another project, which the log says.
    if (before !== undefined && args[0] !== "publish" && args[0] !== "hash") return before;
    if (!wantedCommand.test(command) && args[0] !== "hash") return { said: "" };
    const { said, ...ended } = await measure(process.execPath, [cli, ...args], {
      cwd,
      seconds: 5 * mostSeconds,
    });
    const crashed =
      !ended.late &&
      (ended.signal !== null || ![0, 1, 2, 100].includes(ended.code) || /\n\s+at \S+ \(/.test(said));
    const row = { name, command, crashed, guarded: /and was stopped/.test(said), ...ended };
    log.add({ ...row, ...(args[0] === "hash" ? { said } : crashed ? { said: said.slice(-600) } : {}) });
    if (isOver(row)) {
      const how = ended.late ? "STOPPED" : crashed ? `CRASHED ${ended.signal ?? ended.code}` : "OVER";
      process.stdout.write(
        `${how} ${name}: ${command}  ${ended.processor.toFixed(1)} s (${ended.seconds.toFixed(1)} s on the clock)  ${ended.mebibytes.toFixed(0)} MiB${crashed ? `\n${said.slice(-600)}` : ""}\n`,
      );
    }
    return { said };
  };
}

/** The list that the command line itself is made of: a command that no case meets is named in the summary. */
function everyCommand() {
  const index = readFileSync(resolve("src/cli/commands/index.ts"), "utf8");
  return [...index.matchAll(/from "\.\/([a-z-]+)\.ts"/g)].map(([, name]) => name);
}
