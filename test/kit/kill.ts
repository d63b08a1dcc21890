import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { loadRegistry } from "../../src/registry/load.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { registryOf } from "./forgetful-disk.ts";
import { actorSchema, published } from "./project.ts";
import type { Scratch } from "./scratch.ts";

const cli = resolve("dist/cli.js");

export interface Killed {
  readonly state: "old" | "new" | "neither";
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

/** Publishes in a process of its own and kills it after so many milliseconds; then says what a reader sees. */
export async function killPublish(milliseconds: number): Promise<Killed> {
  const made = await changedProject();
  await kill(made.folder, milliseconds);
  const before = stateOf(made);
  const again = await made.run("publish");
  const after = stateOf(made);
  if (again.code !== 0) return { ...before, wrong: `the next publish failed: ${again.out}${again.err}` };
  return after.state === "new" ? before : { ...before, wrong: `the next publish left "${after.state}"` };
}

/** Runs `waybill publish` as a process; resolves with its exit code and what it said. */
export function publishProcess(folder: string): Promise<{ code: number | null; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, "publish"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("exit", (code) => done({ code, err }));
  });
}

function kill(folder: string, milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, "publish"], { cwd: folder, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("exit", () => {
      clearTimeout(timer);
      done();
    });
  });
}

export function stateOf(made: Scratch): Killed {
  const { registry, problems } = loadRegistry(folderTree(registryOf(made.folder), "registry"));
  const versions = registry.subjects.get("shop.v1/Actor")?.versions ?? [];
  const locked = [...registry.lock.versions.keys()].filter((address) => address.startsWith("shop.v1/Actor@"));
  const wrong = problems.length > 0 || versions.length !== locked.length || versions.some(({ address, hash }) => registry.lock.versions.get(address)?.hash !== hash);
  if (wrong) return { state: "neither", wrong: `${problems.map(({ message }) => message)} ${locked}` };
  return { state: versions.length === 1 ? "old" : "new", wrong: undefined };
}
