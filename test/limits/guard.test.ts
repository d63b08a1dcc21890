import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { guardLimits, runGuarded } from "../../src/cli/guard.ts";
import { nameOf } from "../../src/cli/parser.ts";
import { unguarded } from "../../src/cli/unguarded.ts";
import { published } from "../kit/project.ts";
import { scratch } from "../kit/scratch.ts";

/** Ends what it guards soon, where that is silent: what is guarded here never ends by itself. */
const soon = { seconds: 0.5, heap: 64 };
/** Longer than a busy machine takes to start a process. */
const patient = { seconds: 60, heap: 64 };

function script(text: string): string {
  const path = join(scratch().folder, "script.mjs");
  writeFileSync(path, text);
  return path;
}

describe("a guarded process", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("has the arguments, and its exit code is ours", async () => {
    const path = script("process.exit(process.argv[2] === 'one' ? 100 : 1);");
    expect(await runGuarded(path, ["one"], patient)).toEqual({ code: 100 });
  });

  it("is spared the certificates of a network it never uses, and keeps the rest of the environment", async () => {
    vi.stubEnv("NODE_EXTRA_CA_CERTS", "/nowhere");
    vi.stubEnv("KEPT", "yes");
    const path = script(
      "process.exit(process.env.NODE_EXTRA_CA_CERTS === undefined && process.env.KEPT === 'yes' ? 0 : 1);",
    );
    expect(await runGuarded(path, [], patient)).toEqual({ code: 0 });
  });

  it("is stopped where it says nothing", async () => {
    expect(await runGuarded(script("for (;;);"), [], soon)).toMatchObject({ stopped: "silent" });
  });

  it("is stopped where even its own timers would be stopped with it", async () => {
    const path = script(
      'setInterval(() => {}, 1); process.on("SIGTERM", () => {}); /^(a+)+$/.test("a".repeat(90) + "!");',
    );
    expect(await runGuarded(path, [], soon)).toMatchObject({ stopped: "silent" });
  });

  it("ends where it asks for more memory than it may have, with the engine's own words kept", async () => {
    const ended = await runGuarded(
      script("const all = []; for (;;) all.push(new Array(1e4).fill(1.5));"),
      [],
      patient,
    );
    expect(ended).toMatchObject({ stopped: "memory" });
    expect("lastWords" in ended && ended.lastWords).toContain("heap");
  });

  it("tells which signal ended it", async () => {
    expect(await runGuarded(script('process.kill(process.pid, "SIGTERM");'), [], patient)).toEqual({
      signal: "SIGTERM",
    });
    expect(await runGuarded(script('process.kill(process.pid, "SIGKILL");'), [], patient)).toMatchObject({
      stopped: "gone",
    });
  });
});

it("the environment may set the limits, and a wrong word sets none", () => {
  expect(guardLimits({})).toEqual({ seconds: 5, heap: 576 });
  expect(guardLimits({ WAYBILL_SECONDS: "60", WAYBILL_HEAP: "2048" })).toEqual({ seconds: 60, heap: 2048 });
  expect(guardLimits({ WAYBILL_SECONDS: "0", WAYBILL_HEAP: "much" })).toEqual({ seconds: 5, heap: 576 });
});

it("every command is guarded but those named, and each of those is one", () => {
  const names = commands.map(nameOf);
  expect([...unguarded].filter((name) => !names.includes(name))).toEqual([]);
  // What compiles schemas, searches, prints types, or matches patterns of strangers.
  expect(names.filter((name) => !unguarded.has(name))).toEqual([
    "check",
    "diff",
    "prove",
    "publish",
    "accept",
    "generate",
    "validate",
    "journal",
    "vocabulary",
  ]);
});

const cli = resolve("dist/cli.cjs");
describe.skipIf(!existsSync(cli))("the command line", () => {
  it("says in one message that it was stopped, without a trace", async () => {
    const made = await published();
    const slow = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:waybill:shop.v1:Slow:1",
      type: "object",
      properties: { value: { type: "string", pattern: "^(a+)+$" } },
    };
    made.write({
      "registry/shop.v1/Slow/schema.json": slow,
      "data.jsonl": `{"value":"${"a".repeat(90)}!"}\n`,
    });
    const { code, err } = await start(made.folder, ["validate", "shop.v1/Slow", "data.jsonl"], {
      // Less than judging may take before it stops itself.
      WAYBILL_SECONDS: "1",
    }).ended;
    expect(err).toMatch(/^error: "validate" gave no sign of life for 1 s and was stopped\n {2}fix .*\n$/);
    expect(code).toBe(1);
  });

  it("keeps what the engine says of memory to itself, also as JSON", async () => {
    const made = await published();
    const { code, out, err } = await start(made.folder, ["check", "--json"], { WAYBILL_HEAP: "4" }).ended;
    expect(JSON.parse(out)).toMatchObject({
      format: "waybill.check/1",
      error: { code: "CANNOT_RUN", exitCode: 1, message: '"check" needed more than 4 MiB and was stopped' },
    });
    expect(err).toBe("");
    expect(code).toBe(1);
  });

  it("is not taken for the guarded child where the environment says so by mistake", async () => {
    const made = await published();
    const argv = ["check", "--only", "schema"];
    const plain = await start(made.folder, argv, { WAYBILL_GUARD: "inside" }).ended;
    expect(plain).toMatchObject({ code: 0, err: "", out: expect.stringContaining("clean: no findings") });
    // Copied from the environment of another guarded process.
    for (const one of [argv, ["list"], ["generate"]]) {
      const { code, out, err } = await start(made.folder, one, { WAYBILL_GUARD: "inside:0" }).ended;
      expect(err).toMatch(/^error: WAYBILL_GUARD says .*\n {2}fix unset WAYBILL_GUARD.*\n$/);
      expect([code, out]).toEqual([2, ""]);
    }
    const json = await start(made.folder, ["list", "--json"], { WAYBILL_GUARD: "inside:0" }).ended;
    expect(JSON.parse(json.out)).toMatchObject({ format: "waybill.list/1", error: { exitCode: 2 } });
  });

  it.each(["SIGINT", "SIGKILL"] as const)("leaves no process behind after %s", async (signal) => {
    const made = await published();
    const { child, ended } = start(made.folder, ["validate", "shop.v1/Actor", "-"], {});
    child.stdin.write("{}\n");
    // The first answer: from here on it waits for more lines, for ever.
    await once(child.stdout, "data");
    child.kill(signal);
    // Resolves only when nobody holds its standard output any more.
    expect((await ended).signal).toBe(signal);
  });
});

function start(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [cli, ...argv], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]: unknown[]) => ({ code, signal, out, err }));
  return { child, ended };
}
