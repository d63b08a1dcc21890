import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterEach } from "vitest";
import { main, type World } from "../../src/cli/main.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A project in a folder of its own, removed after the test. */
export interface Scratch {
  readonly folder: string;
  write(files: Readonly<Record<string, unknown>>): void;
  read(path: string): string;
  remove(path: string): void;
  /** Every file with its text, by path. */
  snapshot(): ReadonlyMap<string, string>;
  run(...argv: readonly string[]): Promise<Ran>;
  /** Runs with text on standard input. */
  pipe(stdin: string, ...argv: readonly string[]): Promise<Ran>;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Strings are written as they are, anything else as JSON. */
export function scratch(files: Readonly<Record<string, unknown>> = {}): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "waybill-"));
  folders.push(folder);
  const write: Scratch["write"] = (entries) => {
    for (const [path, content] of Object.entries(entries)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
    }
  };
  write(files);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    snapshot: () => snapshot(folder),
    run: (...argv) => run(folder, "", argv),
    pipe: (stdin, ...argv) => run(folder, stdin, argv),
  };
}

/** One command line in this process; `world` gives it more than tests usually do. */
export async function run(
  cwd: string,
  stdin: string,
  argv: readonly string[],
  world: Partial<World> = {},
): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await main(argv, {
    cwd,
    env: {},
    stdin: Readable.from([Buffer.from(stdin)]),
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    // No test is to depend on how busy the machine is that runs it.
    ease: 20,
    ...world,
  });
  return { code, out, err };
}

function snapshot(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), readFileSync(path, "utf8"));
  }
  return found;
}
