// Whether any input under 1 MiB makes a command run for over 5 s or hold over 1 GiB. Seconds are of processor, children
// included, so that a busy machine changes nothing; what waits instead of working is stopped by the clock.
// node bench/bounds.mjs [pattern of names] [pattern of commands]: the invented worst cases, then the hostile corpus.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { measure } from "./bounds/measure.mjs";
import { common, instances, schemas } from "./bounds/schemas.mjs";

const cli = process.env.WAYBILL_CLI ?? resolve("dist/cli.js");
const [wantedCase, wantedCommand] = [2, 3].map((at) => new RegExp(process.argv[at] ?? ""));
const mostSeconds = 5;
const mostMebibytes = 1024;
const root = mkdtempSync(join(tmpdir(), "waybill-bounds-"));
const rows = [];

for (const [name, make] of Object.entries(schemas)) {
  if (!wantedCase.test(name)) continue;
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Worst",
    description: "The worst.",
    ...make(),
  };
  await bySchema(name, JSON.stringify(schema), JSON.stringify(variant(schema)), instances[name]);
}
if (wantedCase.test("corpus")) await byCorpus(resolve("test/fixtures/hostile/files"));
rmSync(root, { recursive: true });
report();

/** Every command that reads a schema, over one. */
async function bySchema(name, text, changed, instance) {
  if (Buffer.byteLength(text) > 1 << 20) throw new Error(`${name} has over 1 MiB`);
  const folder = join(root, "case");
  rmSync(folder, { recursive: true, force: true });
  const subject = "registry/bounds.v1/Worst";
  const drafts = {
    "waybill.yaml": "version: 1\n",
    "registry/bounds.v1/namespace.yaml": "title: Bounds\nowners: [nobody]\n",
  };
  write(join(folder, "loose"), { "a.json": text, "b.json": changed });
  await run(name, join(folder, "loose"), ["hash", "a.json"]);
  await run(name, join(folder, "loose"), ["diff", "a.json", "b.json"]);
  await run(name, join(folder, "loose"), ["prove", "a.json", "b.json"]);
  await run(name, join(folder, "loose"), ["prove", "b.json", "a.json", "--semantics", "record"]);
  await run(name, join(folder, "loose"), ["generate", "--from", "a.json", "--out", "out"]);

  write(join(folder, "draft"), { ...drafts, [`${subject}/schema.json`]: text });
  await run(name, join(folder, "draft"), ["check"]);
  await run(name, join(folder, "draft"), ["publish"]);

  // Frozen by hand, as a stranger's pull request may do: publishing itself refuses some of these.
  const frozen = freeze(text);
  if (frozen === undefined) return;
  write(join(folder, "frozen"), {
    ...drafts,
    [`${subject}/schema.json`]: changed,
    [`${subject}/versions/1.json`]: frozen,
  });
  const { said } = await run(name, join(folder, "frozen"), ["hash", `${subject}/versions/1.json`]);
  const [hash, shape] = said.split("\n");
  write(join(folder, "frozen"), {
    "registry/waybill.lock": `waybill-lock 1\nversion bounds.v1/Worst@1 ${hash} ${shape} -\n`,
  });
  await run(name, join(folder, "frozen"), [
    "check",
    "--only",
    "schema,integrity,lint,patterns,kinds,examples,compatibility,migrations,unpublished,budget",
  ]);
  await run(name, join(folder, "frozen"), ["check", "--only", "drift,documents"]);
  await run(name, join(folder, "frozen"), ["generate"]);
  await run(name, join(folder, "frozen"), ["show", "bounds.v1/Worst@1"]);
  const texts = [...common, ...(instance === undefined ? [] : [() => JSON.stringify(instance())])].map(
    (make) => make(),
  );
  for (const [at, one] of texts.entries()) {
    if (Buffer.byteLength(one) > 1 << 20) throw new Error(`instance ${at} of ${name} has over 1 MiB`);
    write(join(folder, "frozen"), { [`data${at}.jsonl`]: one });
    await run(name, join(folder, "frozen"), ["validate", "bounds.v1/Worst", `data${at}.jsonl`, "--summary"]);
  }
  await run(name, join(folder, "frozen"), [
    "validate",
    "bounds.v1/Worst",
    `data${texts.length - 1}.jsonl`,
    "--strict",
  ]);
  await run(name, join(folder, "frozen"), ["publish"]);
}

/** The hostile corpus at once: as loose files, and as the drafts of one registry. */
async function byCorpus(corpus) {
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
  write(folder, { "waybill.yaml": "version: 1\n" });
  for (const args of [
    ["generate", "--from", "loose", "--out", "out"],
    ["check"],
    ["publish"],
    ["generate"],
    ["list"],
  ])
    await run("corpus", folder, args);
}

async function run(name, cwd, args) {
  const command = args.join(" ");
  if (!wantedCommand.test(command) && args[0] !== "hash") return { said: "" };
  const ended = await measure(process.execPath, [cli, ...args], { cwd, seconds: 5 * mostSeconds });
  const crashed =
    !ended.late &&
    (ended.signal !== null || ![0, 1, 2, 100].includes(ended.code) || /\n\s+at \S+ \(/.test(ended.said));
  rows.push({ name, command, crashed, ...ended });
  if (crashed || ended.late || ended.processor > mostSeconds || ended.mebibytes > mostMebibytes) {
    const how = ended.late ? "STOPPED" : crashed ? `CRASHED ${ended.signal ?? ended.code}` : "OVER";
    process.stdout.write(
      `${how} ${name}: ${command}  ${ended.processor.toFixed(1)} s (${ended.seconds.toFixed(1)} s on the clock)  ${ended.mebibytes.toFixed(0)} MiB${crashed ? `\n${ended.said.slice(-600)}` : ""}\n`,
    );
  }
  return ended;
}

/** The same meaning where it can be, another text: unions and lists turned around, and a member added. */
function variant(value, top = true) {
  if (Array.isArray(value)) return value.map((item) => variant(item, false)).reverse();
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === "prefixItems" || name === "items" || name === "const" ? member : variant(member, false),
    ]),
  );
  return top ? { ...copy, properties: { ...copy.properties, added: { type: "string" } } } : copy;
}

function freeze(text) {
  try {
    const { $schema, $id: _id, id: _old, ...rest } = JSON.parse(text);
    return `${JSON.stringify({ $schema, $id: "urn:waybill:bounds.v1:Worst:1", ...rest }, null, 1)}\n`;
  } catch {
    return undefined;
  }
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function report() {
  const commands = new Map();
  for (const row of rows) {
    const [word] = row.command.split(" ");
    commands.set(word, [...(commands.get(word) ?? []), row]);
  }
  process.stdout.write("command    runs  slowest                                        largest\n");
  for (const [word, its] of commands) {
    const slowest = its.reduce((a, b) => (b.processor > a.processor ? b : a));
    const largest = its.reduce((a, b) => (b.mebibytes > a.mebibytes ? b : a));
    process.stdout.write(
      `${word.padEnd(9)} ${String(its.length).padStart(5)}  ${`${slowest.processor.toFixed(1)} s ${slowest.name}`.padEnd(45)}  ${largest.mebibytes.toFixed(0)} MiB ${largest.name}\n`,
    );
  }
  const over = rows.filter(
    ({ crashed, late, processor, mebibytes }) =>
      crashed || late || processor > mostSeconds || mebibytes > mostMebibytes,
  );
  process.stdout.write(
    `${rows.length} runs, ${over.length} beyond ${mostSeconds} s or ${mostMebibytes} MiB or crashed\n`,
  );
}
