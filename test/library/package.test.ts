import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

// The package as npm would make it, unpacked where a project would find it; what it depends on, and nothing else, is linked
// from here.
const folder = mkdtempSync(join(tmpdir(), "waybill-package-"));
const consumer = join(folder, "consumer");
const sources = [
  "package.json",
  "package-lock.json",
  "README.md",
  "LICENSE",
  "src",
  "generators",
  "scripts",
  "tsconfig.json",
  "tsconfig.types.json",
];

beforeAll(() => {
  const copy = join(folder, "copy");
  for (const path of sources) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  run(copy, "npm", "pack", "--silent");
  const modules = join(consumer, "node_modules");
  mkdirSync(modules, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of [...Object.keys(dependencies), "@types"])
    symlinkSync(resolve("node_modules", name), join(modules, name));
  const [tarball = ""] = readdirSync(copy).filter((name) => name.endsWith(".tgz"));
  run(folder, "tar", "xzf", join(copy, tarball));
  cpSync(join(folder, "package"), join(modules, "waybill"), { recursive: true });
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  cpSync("test/library/use.ts.txt", join(consumer, "use.ts"));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Declarations are checked too: a project that does not skip them must not fail on ours.
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: "NodeNext",
  target: "ES2022",
  lib: ["ES2023"],
  types: ["node"],
};

it("holds what it needs and nothing of the workshop", () => {
  const names = readdirSync(join(consumer, "node_modules/waybill")).toSorted();
  expect(names).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  const licences = readFileSync(join(consumer, "node_modules/waybill/dist/LICENCES.txt"), "utf8");
  for (const name of ["ajv", "yaml", "yargs", "refa", "recheck"]) expect(licences).toContain(`\n${name} `);
});

it("is a command that begins, publishes, generates and checks a project", () => {
  const manifest = JSON.parse(readFileSync(join(consumer, "node_modules/waybill/package.json"), "utf8"));
  const bin = join(consumer, "node_modules/waybill", manifest.bin.waybill);
  expect(run(consumer, bin, "--version")).toBe(`${manifest.version}\n`);
  run(consumer, bin, "init");
  run(consumer, bin, "publish");
  run(consumer, bin, "generate");
  expect(run(consumer, bin, "check")).toMatch(/^clean: no findings in 1 subject, 1 version/);
});

it("finds a pattern that hangs with nothing installed beside it but what it names", () => {
  expect(readdirSync(join(consumer, "node_modules"))).not.toContain("recheck");
  const project = join(folder, "patterns");
  mkdirSync(project);
  const bin = join(consumer, "node_modules/waybill/dist/cli.cjs");
  run(project, bin, "init");
  const draft = join(project, "registry/example.v1/Greeting/schema.json");
  const schema = JSON.parse(readFileSync(draft, "utf8"));
  schema.properties.note.pattern = "^(a+)+$";
  writeFileSync(draft, JSON.stringify(schema));
  const { status, stdout } = spawnSync(bin, ["check", "--only", "patterns"], {
    cwd: project,
    encoding: "utf8",
    // Longer than a busy machine takes, so that the pattern is judged.
    env: { ...process.env, WAYBILL_SECONDS: "60" },
  });
  expect(stdout).toContain("PATTERN_BACKTRACKS");
  expect(stdout).toContain("exponential");
  expect(status).toBe(100);
});

it("is a library whose every function compiles under strict and answers", () => {
  run(consumer, "node", resolve("node_modules/typescript/bin/tsc"), "-p", ".");
  expect(JSON.parse(run(consumer, "node", "use.js"))).toEqual({
    subjects: ["example.v1/Greeting"],
    findings: 0,
    backward: "incompatible",
    witness: {},
    forward: "compatible",
    rollOut: "writers-first",
    rules: ["REQUIRED_ADDED"],
    policy: ["REQUIRED_ADDED"],
    proved: "compatible",
    line: 2,
    errors: ["/id type"],
    accepts: true,
    types: "export type Thing = {",
    validator: ["Thing.js", "Thing.d.ts"],
    hash: "sha256:",
    shapes: true,
    failure: "MALFORMED bad.json:1",
    authored: "object",
  });
});

it("is what its page shows", () => {
  const [, block = ""] = /```js\n(.*?)```/s.exec(readFileSync("docs/library.md", "utf8")) ?? [];
  writeFileSync(join(consumer, "page.js"), block);
  const said = /\/\/ (.*)/.exec(block)?.[1] ?? "nothing";
  expect(run(consumer, "node", "page.js")).toBe(`${said}\n`);
});

it("completes at bash", () => {
  const script = `PATH="$PWD/node_modules/waybill/dist:$PATH"
    ln -sf cli.cjs node_modules/waybill/dist/waybill
    source <(waybill completion bash)
    COMP_WORDS=(waybill check example.v1/G); COMP_CWORD=2
    _waybill; echo "\${COMPREPLY[*]}"`;
  expect(run(consumer, "bash", "-c", script)).toBe("example.v1/Greeting\n");
});

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
