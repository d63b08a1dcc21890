// How loading, verifying and checking an unchanged registry grows, beside `git status` on the same tree: 1,000, 2,000 and
// 4,000 subjects with three versions each, or the sizes named. Takes some minutes: publishing all that comes first.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve("dist/cli.cjs");
const sizes = (process.argv[2] ?? "1000,2000,4000").split(",").map(Number);
/** All but what compares with generated files: there are none here. */
const checks =
  "schema,integrity,base,lint,patterns,kinds,examples,invariants,storage,vocabularies,compatibility,migrations,unpublished";
const rows = sizes.map(measure);
const [first] = rows;
say(
  ["subjects", "versions", "git status", "load+verify", "first check", "check"],
  "load, check / git status",
  "load, first, check per subject",
);
for (const { size, status, list, cold, check } of rows) {
  const growth = (name, time) => (time.cpu / size / (first[name].cpu / first.size)).toFixed(2);
  say(
    [
      size,
      size * 3,
      ...[status, list, cold, check].map(({ cpu, wall }) => `${cpu.toFixed(2)} / ${wall.toFixed(2)} s`),
    ],
    `${(list.cpu / status.cpu).toFixed(1)}, ${(check.cpu / status.cpu).toFixed(1)}`,
    `${growth("list", list)}, ${growth("cold", cold)}, ${growth("check", check)}`,
  );
}
console.log(
  "seconds of processor / on the clock; ratios are of processor, which other work on the machine disturbs less",
);

function say(cells, ...ratios) {
  console.log(
    [...cells.map((cell) => String(cell).padStart(17)), ...ratios.map((cell) => cell.padStart(31))].join(""),
  );
}

function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  const cache = mkdtempSync(join(tmpdir(), "waybill-bench-cache-"));
  const waybill = (...args) => run(process.execPath, [cli, ...args], folder, cache);
  try {
    makeRegistry(folder, size);
    for (let version = 1; version <= 3; version += 1) {
      if (version > 1) edit(folder, size, version);
      waybill("publish");
    }
    run("git", ["init", "-q"], folder);
    run("git", ["add", "-A"], folder);
    rmSync(cache, { recursive: true });
    return {
      size,
      // Nothing is known of this registry yet.
      cold: once(() => waybill("check", "--only", checks)),
      check: best(() => waybill("check", "--only", checks)),
      list: best(() => waybill("list")),
      status: best(() => run("git", ["status", "--porcelain"], folder)),
    };
  } finally {
    for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true });
  }
}

function makeRegistry(folder, size) {
  writeFileSync(join(folder, "waybill.yaml"), "version: 1\n");
  mkdirSync(join(folder, "registry/big.v1"), { recursive: true });
  writeFileSync(join(folder, "registry/big.v1/namespace.yaml"), "title: Big\nowners: [bench]\n");
  for (let index = 0; index < size; index += 1) {
    const subject = join(folder, "registry/big.v1", `Subject${index}`);
    mkdirSync(join(subject, "examples/valid"), { recursive: true });
    writeFileSync(join(subject, "schema.json"), JSON.stringify(schema(index, 1), null, 2));
    writeFileSync(join(subject, "examples/valid/one.json"), '{"id":"a"}');
  }
}

function edit(folder, size, version) {
  for (let index = 0; index < size; index += 1) {
    writeFileSync(
      join(folder, "registry/big.v1", `Subject${index}`, "schema.json"),
      JSON.stringify(schema(index, version), null, 2),
    );
  }
}

function schema(index, version) {
  const properties = { id: { type: "string", description: "Id." } };
  for (let field = 0; field < 10 + version; field += 1) {
    properties[`field_${field}`] = {
      type: field % 2 === 0 ? "string" : "integer",
      description: `Field ${field} of ${index}.`,
    };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Subject ${index}`,
    description: "One of many.",
    type: "object",
    properties,
    required: ["id"],
  };
}

/** Each number for itself: what was disturbed least. */
function best(work) {
  const runs = [once(work), once(work), once(work)];
  return { cpu: Math.min(...runs.map(({ cpu }) => cpu)), wall: Math.min(...runs.map(({ wall }) => wall)) };
}

function once(work) {
  const times = work();
  const [wall, user, system] = times.trim().split("\n").at(-1).split(" ").map(Number);
  return { cpu: user + system, wall };
}

/** What the shell says of the time it took. */
function run(command, args, cwd, cache) {
  const env = { ...process.env, TIMEFORMAT: "%R %U %S", ...(cache && { XDG_CACHE_HOME: cache }) };
  const { status, stderr } = spawnSync("bash", ["-c", 'time "$@"', "bash", command, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return stderr;
}
