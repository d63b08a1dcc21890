import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { join, resolve } from "node:path";
import { loadRegistry } from "../../src/registry/load.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { registryOf } from "./forgetful-disk.ts";
import { actorSchema, published } from "./project.ts";
import type { Scratch } from "./scratch.ts";

const cli = resolve("dist/cli.cjs");

export interface Killed {
  readonly state: "old" | "new" | "neither";
  /** Whether it had begun to write and had not ended. */
  readonly between: boolean;
  /** What is wrong where the state is neither, or where the next publish did not end it. */
  readonly wrong: string | undefined;
}

/** A project with one changed draft. */
export async function changedProject(): Promise<Scratch> {
  const made = await published();
  const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
  made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties } });
  return made;
}

/** When a publish is killed: so many milliseconds after it was started, or after it first touched the registry. */
export interface Moment {
  readonly after: "start" | "first write";
  readonly milliseconds: number;
}

/** Publishes in a process of its own and kills it; then says what a reader sees, and what the next publish makes of it. */
export async function killPublish(moment: Moment): Promise<Killed> {
  const made = await changedProject();
  await kill(made.folder, moment);
  const between = existsSync(join(registryOf(made.folder), ".waybill-publish"));
  const before = { ...stateOf(made), between };
  const again = await made.run("publish");
  const after = stateOf(made);
  if (again.code !== 0) return { ...before, wrong: `the next publish failed: ${again.out}${again.err}` };
  return after.state === "new" ? before : { ...before, wrong: `the next publish left "${after.state}"` };
}

/** Runs `waybill publish` as a process; resolves with its exit code and what it said. */
export function publishProcess(folder: string): Promise<{ code: number | null; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, "publish"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("exit", (code) => done({ code, err }));
  });
}

function kill(folder: string, { after, milliseconds }: Moment): Promise<void> {
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    const begin = () => {
      timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds);
    };
    const watcher = after === "start" ? undefined : watch(registryOf(folder), begin);
    // Without its guard: the process that writes is the one to kill.
    const env = { ...process.env, WAYBILL_GUARD: "off" };
    const child = spawn(process.execPath, [cli, "publish"], { cwd: folder, stdio: "ignore", env });
    if (after === "start") begin();
    child.on("exit", () => {
      clearTimeout(timer);
      watcher?.close();
      done();
    });
  });
}

/** What a reader sees, and what is wrong with it. */
export function stateOf(made: Scratch): Omit<Killed, "between"> {
  const { registry, problems } = loadRegistry(folderTree(registryOf(made.folder), "registry"));
  const versions = registry.subjects.get("shop.v1/Actor")?.versions ?? [];
  const locked = [...registry.lock.versions.keys()].filter((address) => address.startsWith("shop.v1/Actor@"));
  const wrong =
    problems.length > 0 ||
    versions.length !== locked.length ||
    versions.some(({ address, hash }) => registry.lock.versions.get(address)?.hash !== hash);
  if (wrong) return { state: "neither", wrong: `${problems.map(({ message }) => message)} ${locked}` };
  return { state: versions.length === 1 ? "old" : "new", wrong: undefined };
}
