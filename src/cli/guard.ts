import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { patience } from "../limits/patience.ts";

/** File descriptors of the guarded process beside the usual three. */
export const pipes = { alive: 3, err: 4 } as const;

/**
 * What `WAYBILL_GUARD` says of a process. The guard names itself there, so that a child of another process, or a shell
 * that copied its environment, is not taken for the child: it has none of the pipes.
 */
export function placeIn(word: string | undefined, parent: number): "inside" | "off" | "astray" | undefined {
  if (word === "off") return "off";
  const [, guard] = /^inside:(\d+)$/.exec(word ?? "") ?? [];
  if (guard === undefined) return undefined;
  return Number(guard) === parent ? "inside" : "astray";
}

export interface GuardLimits {
  /** Seconds without a sign of life, as an idle machine counts them. */
  readonly seconds: number;
  /** MiB of heap. */
  readonly heap: number;
}

/** Without a sign of life, where the environment says nothing else. */
export const usualSeconds = 5;

/** What the environment says of the limits. A wrong word counts as none. */
export function guardLimits(env: Readonly<Record<string, string | undefined>>): GuardLimits {
  const number = (word: string | undefined, otherwise: number) =>
    word !== undefined && /^[1-9]\d{0,6}$/.test(word) ? Number(word) : otherwise;
  return { seconds: number(env["WAYBILL_SECONDS"], usualSeconds), heap: number(env["WAYBILL_HEAP"], 576) };
}

/** How a guarded run ended: by itself, by a signal from outside, or by the guard, which says why. */
export type Ended =
  | { readonly code: number }
  | { readonly signal: NodeJS.Signals }
  | { readonly stopped: "silent" | "memory" | "gone"; readonly lastWords: string };

const ticks = 20;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs this command line once more in a child process with a bounded heap, and kills it when it gives no sign of life:
 * whatever a library does with what strangers wrote, the command ends. Signals reach the child; it never outlives us.
 */
export async function runGuarded(
  script: string,
  argv: readonly string[],
  { seconds, heap }: GuardLimits,
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heap}`, ...briefly(argv), ...process.execArgv, script, ...argv],
    {
      // Ours as they are, so that a terminal stays one; only what the engine itself says as it dies comes to us.
      stdio: ["inherit", "inherit", "pipe", "pipe", 2],
      env: { ...withoutNetwork(process.env), WAYBILL_GUARD: `inside:${process.pid}` },
    },
  );
  let silent = false;
  const lastWords = gather(child.stdio[2]);
  const watch = watchOver(child, seconds, () => (silent = true));
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  try {
    const [code, signal]: (number | NodeJS.Signals | null)[] = await once(child, "close");
    if (silent) return { stopped: "silent", lastWords: lastWords() };
    if (/heap out of memory|Allocation failed/.test(lastWords()))
      return { stopped: "memory", lastWords: lastWords() };
    const ours = signals.find((one) => one === signal);
    if (ours !== undefined) return { signal: ours };
    if (typeof code === "number") {
      process.stderr.write(lastWords());
      return { code };
    }
    return { stopped: "gone", lastWords: lastWords() };
  } finally {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  }
}

/** Node parses every certificate named here as it starts, which can take longer than the command; ours never go out. */
function withoutNetwork({ NODE_EXTRA_CA_CERTS: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

const short = ["generate", "check", "publish", "prove"] as const;

/** Begin to optimize after nine times as much work, in the words of each V8 that this was measured with. */
const later: ReadonlyMap<string, string> = new Map([
  ["20", "--interrupt-budget=600000"],
  ["22", "--invocation-count-for-turbofan=27000"],
  ["24", "--invocation-count-for-turbofan=27000"],
]);

/**
 * These are short runs of much code: by the profiler a third of their processor time went into optimizing functions that
 * were soon done with. A flag that another version of Node does not know would keep it from starting.
 */
function briefly(argv: readonly string[]): readonly string[] {
  const flag = later.get(process.versions.node.split(".")[0] ?? "");
  return flag !== undefined && short.some((command) => argv.includes(command)) ? [flag] : [];
}

/** Counts its own ticks, not the clock: a machine that slept, or a process that was suspended, is no silence. */
function watchOver(child: ChildProcess, seconds: number, onSilence: () => void): NodeJS.Timeout {
  let silence = 0;
  child.stdio[pipes.alive]?.on("data", () => (silence = 0));
  return setInterval(
    () => {
      silence += 1;
      if (silence < ticks) return;
      onSilence();
      child.kill("SIGKILL");
    },
    (seconds * 1000 * patience) / ticks,
  );
}

function gather(stream: Readable | unknown): () => string {
  let said = "";
  if (isReadable(stream))
    stream.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  return () => said;
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === "object" && stream !== null && "on" in stream;
}
