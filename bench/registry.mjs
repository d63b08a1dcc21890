// How loading, verifying and checking an unchanged registry grows, beside `git status` on the same tree.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve("dist/cli.js");
const sizes = (process.argv[2] ?? "1000,2000,4000").split(",").map(Number);
const rows = [];
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  makeRegistry(folder, size);
  for (let version = 1; version <= 3; version += 1) {
    if (version > 1) edit(folder, size, version);
    run(process.execPath, [cli, "publish"], folder);
  }
  run("git", ["init", "-q"], folder);
  run("git", ["add", "-A"], folder);
  const check = best(() =>
    run(process.execPath, [cli, "check", "--only", "schema,integrity,lint,examples,compatibility"], folder),
  );
  const list = best(() => run(process.execPath, [cli, "list"], folder));
  const status = best(() => run("git", ["status", "--porcelain"], folder));
  rows.push({ subjects: size, versions: size * 3, list, check, status });
  rmSync(folder, { recursive: true });
}
const first = rows[0];
console.log(
  "subjects  versions  load+verify  check  load / git status  check per subject, against the smallest",
);
for (const { subjects, versions, list, check, status } of rows) {
  const growth = check / subjects / (first.check / first.subjects);
  console.log(
    `${String(subjects).padStart(8)}  ${String(versions).padStart(8)}  ${ms(list)}  ${ms(check)}  ${(list / status).toFixed(1).padStart(17)}  ${growth.toFixed(2).padStart(14)}`,
  );
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

function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}

function ms(value) {
  return `${value.toFixed(0).padStart(8)} ms`;
}
