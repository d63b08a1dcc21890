import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** Heap of the child in MiB: what needs more has no bound. */
const heap = 900;

/** The whole pipeline, in the order people go through it. */
const commands: readonly (readonly string[])[] = [
  ["check"],
  ["publish"],
  ["generate"],
  ["check", "--json"],
  ["list"],
  ["validate", "fuzz.v1/Subject", "data.jsonl"],
  ["diff", "a.json", "b.json"],
  ["prove", "a.json", "b.json"],
  ["generate", "--from", "a.json", "--out", "loose"],
];

export interface Pipeline {
  /** Runs every command over a project of these files; what is wrong, one line each. */
  run(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]>;
  close(): void;
}

/**
 * The pipeline in a child process: a crash or a hang of it is a finding, not the end of the test.
 * @param milliseconds after which a command counts as hanging.
 */
export async function openPipeline({ milliseconds }: { readonly milliseconds: number }): Promise<Pipeline> {
  mkdirSync("node_modules/.cache", { recursive: true });
  // Inside node_modules, so that the packages left outside the bundle are found.
  const program = mkdtempSync(join("node_modules/.cache", "waybill-fuzz-"));
  await build({
    entryPoints: [join(import.meta.dirname, "pipeline-child.ts")],
    outdir: program,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    logLevel: "silent",
  });
  const start = () =>
    fork(join(program, "pipeline-child.mjs"), {
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  let child = start();
  return {
    async run(files) {
      const cwd = mkdtempSync(join(tmpdir(), "waybill-fuzz-"));
      try {
        write(cwd, files);
        const wrong: string[] = [];
        for (const argv of commands) {
          const { code, said } = await ask(child, cwd, argv, milliseconds);
          const why = reason(code, said);
          if (why !== undefined) wrong.push(`${argv.join(" ")}: ${why}`);
          if (typeof code === "number") continue;
          child.kill("SIGKILL");
          child = start();
        }
        return wrong;
      } finally {
        rmSync(cwd, { recursive: true, force: true });
      }
    },
    close() {
      child.kill("SIGKILL");
      rmSync(program, { recursive: true, force: true });
    },
  };
}

function write(cwd: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

function reason(code: number | "late" | "gone", said: string): string | undefined {
  if (code === "late") return "did not end";
  if (code === "gone") return "ended the process";
  if (![0, 1, 2, 100].includes(code)) return `exit ${code}\n${said}`;
  if (/\n\s+at \S+ \(|Maximum call stack|unexpected|TypeError|RangeError/.test(said))
    return `says\n${said.slice(0, 2000)}`;
  return /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.test(said)
    ? `says what a terminal obeys\n${JSON.stringify(said.slice(0, 2000))}`
    : undefined;
}

function ask(
  child: ChildProcess,
  cwd: string,
  argv: readonly string[],
  milliseconds: number,
): Promise<{ readonly code: number | "late" | "gone"; readonly said: string }> {
  return new Promise((done) => {
    const end = (code: number | "late" | "gone", said: string) => {
      clearTimeout(timer);
      child.removeAllListeners("message");
      child.removeAllListeners("exit");
      done({ code, said });
    };
    const timer = setTimeout(() => end("late", ""), milliseconds);
    child.once("exit", () => end("gone", ""));
    child.once("message", (answer: { code: number; said: string }) => end(answer.code, answer.said));
    child.send({ cwd, argv });
  });
}
