import { guardLimits, placeIn, runGuarded, usualSeconds } from "./guard.ts";
import { unchangedOf } from "./unchanged.ts";
import { unguarded } from "./unguarded.ts";

const guard = placeIn(process.env["WAYBILL_GUARD"], process.ppid);

/** Runs a command line in this process, or in a child of it that can be stopped. */
export async function start(argv: readonly string[]): Promise<number> {
  if (guard === "astray") {
    const { sayAstray } = await import("./say-astray.ts");
    return sayAstray(argv);
  }
  // Nobody guards what we start.
  if (guard === "inside") delete process.env["WAYBILL_GUARD"];
  return guard !== undefined || !needsGuard(argv) ? run(argv) : guarded(argv);
}

/** In this process. */
async function run(argv: readonly string[]): Promise<number> {
  const { main } = await import("./main.ts");
  const { giveSigns, guardedErr } = await import("./guarded.ts");
  const { ease } = await import("../limits/ease.ts");
  const { user, system } = process.cpuUsage();
  if (guard === "inside") giveSigns();
  const out = process.stdout;
  // A reader that closes the pipe early (`waybill list | head`) is no failure.
  out.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return main(argv, {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    out,
    err: guard === "inside" ? guardedErr : process.stderr,
    // Who waits longer for signs of life waits longer for all of it.
    ease: ease((user + system) / 1000) * Math.max(1, guardLimits(process.env).seconds / usualSeconds),
    ...unchangedOf(argv, process.cwd(), process.env),
  });
}

/** In a child that can be stopped. */
async function guarded(argv: readonly string[]): Promise<number> {
  const limits = guardLimits(process.env);
  const ended = await runGuarded(process.argv[1] ?? "", argv, limits);
  if ("code" in ended) return ended.code;
  if ("signal" in ended) {
    process.kill(process.pid, ended.signal);
    return 1;
  }
  const { sayStopped } = await import("./say-stopped.ts");
  return sayStopped(ended, argv, limits);
}

/** Help needs no guard; nor does a command that hands nothing to a library, and is named first. */
function needsGuard(words: readonly string[]): boolean {
  const [first] = words;
  if (first === undefined || first === "--get-completions") return false;
  return !unguarded.has(first) && !words.some((word) => ["--help", "-h", "--version"].includes(word));
}
