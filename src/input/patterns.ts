import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { charge, left, patience } from "../limits/index.ts";
import { build } from "../memory/build.ts";
import { keyOf, type Memory } from "../memory/memory.ts";

/** What trying a pattern on the worst text costs. */
export type PatternVerdict =
  | { readonly verdict: "safe" }
  | {
      readonly verdict: "vulnerable";
      /** Exponential patterns hang on a line of text; polynomial ones on many kilobytes. */
      readonly growth: "exponential" | "polynomial";
      /** Of the polynomial; undefined where growth is exponential. */
      readonly degree: number | undefined;
      /** A text that makes it slow. */
      readonly attack: string;
      /** The same as a short JavaScript expression, e.g. `'a'.repeat(31) + '\x00'`. */
      readonly shown: string;
    }
  | { readonly verdict: "undecided"; readonly reason: string };

export interface PatternLimits {
  /** Milliseconds for one pattern, after which its process is killed. */
  readonly each?: number;
  /** Milliseconds for all of them; those left over are undecided. */
  readonly all?: number;
  /** What was safe in earlier runs. */
  readonly memory?: Memory | undefined;
}

/** Loaded when first asked: most commands judge no pattern. */
const isProvedLinear = async (pattern: string) =>
  (await import("./linear-pattern.ts")).isProvedLinear(pattern);

const known = new Map<string, PatternVerdict>();

/** The verdict on one pattern, read with the `u` flag; asked again, it answers from memory. */
export async function checkPattern(pattern: string, limits?: PatternLimits): Promise<PatternVerdict> {
  return (await checkPatterns([pattern], limits)).get(pattern) ?? undecided("it was not checked");
}

/**
 * Finds patterns that backtrack catastrophically. What is not proved linear at a look goes to `recheck`: its JavaScript
 * build, in one child process with a bounded heap, killed when it does not answer. The process is gone when the promise settles. Never rejects.
 */
export async function checkPatterns(
  patterns: Iterable<string>,
  { each = 2_000, all = 4_000, memory }: PatternLimits = {},
): Promise<ReadonlyMap<string, PatternVerdict>> {
  const verdicts = new Map<string, PatternVerdict>();
  // The account is of processor; a busy machine takes longer to give it.
  const most = Math.min(all, left()) * patience;
  const deadline = Date.now() + most;
  let used = 0;
  let checker: ChildProcess | undefined;
  for (const pattern of new Set(patterns)) {
    const key = memory && keyOf("pattern", pattern);
    let verdict = known.get(pattern);
    if (
      verdict === undefined &&
      ((key !== undefined && memory?.recall(key) === "safe") || (await isProvedLinear(pattern)))
    ) {
      verdict = { verdict: "safe" };
      known.set(pattern, verdict);
      if (key !== undefined) memory?.remember(key, "safe");
    } else if (verdict === undefined && Date.now() >= deadline) {
      verdict = undecided(`the ${Math.round(most)} ms for all patterns were used up`);
    } else if (verdict === undefined) {
      checker ??= startChecker();
      const asked = Date.now();
      const answer = await ask(checker, pattern, Math.min(each * patience, deadline - asked));
      verdict = answer.verdict;
      // Of a process that did not answer, the clock says the most it can have used.
      charge(answer.used === undefined ? Date.now() - asked : answer.used - used);
      used = answer.used ?? 0;

      // A process that did not answer is of no more use; a verdict of haste is not kept.
      if (verdict.verdict === "undecided") checker = stop(checker);
      else {
        known.set(pattern, verdict);
        if (key !== undefined && verdict.verdict === "safe") memory?.remember(key, "safe");
      }
    }
    verdicts.set(pattern, verdict);
  }
  if (checker !== undefined) stop(checker);
  return verdicts;
}

/**
 * The child's whole program; the pattern reaches it as data. After a clean bill it tries the pattern on short texts of
 * its own letters: `recheck` counts growth by length, and a pattern like `(a|a)(a|a)...` grows by its own.
 */
const program = `
const { checkSync } = require(process.argv[1]);
process.on("message", ({ pattern, timeout }) => {
  const { status, complexity, attack, error } = checkSync(pattern, "u", { timeout });
  if (status === "safe") {
    const letters = new Set(pattern.slice(0, 200));
    for (const letter of [...letters].slice(0, 24)) new RegExp(pattern, "u").test(letter.repeat(40) + "\\0");
  }
  const { user, system } = process.cpuUsage();
  process.send({ used: (user + system) / 1000, status, growth: complexity?.type, degree: complexity?.degree, attack: attack?.string,
    shown: attack?.pattern, reason: error?.message ?? error?.kind });
});
process.on("disconnect", () => process.exit());
`;

function startChecker(): ChildProcess {
  // One thread: what the clock says it took is then what it took of the processor.
  const recheck = createRequire(import.meta.url).resolve(build ? "#recheck" : "recheck/lib/browser.js");
  return spawn(process.execPath, ["--max-old-space-size=256", "--single-threaded", "-e", program, recheck], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // Nothing of ours, so that no NODE_OPTIONS reaches it; Windows cannot start a process without this one.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: "json",
  });
}

function stop(checker: ChildProcess): undefined {
  checker.kill("SIGKILL");
}

interface Answer {
  readonly verdict: PatternVerdict;
  /** Milliseconds of processor that the process has used since it started, as it says itself. */
  readonly used?: number;
}

function ask(checker: ChildProcess, pattern: string, milliseconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (verdict: PatternVerdict, used?: number) => {
      clearTimeout(timer);
      checker.removeAllListeners();
      resolve(used === undefined ? { verdict } : { verdict, used });
    };
    const timer = setTimeout(
      () => end(undecided(`no answer in ${Math.round(milliseconds)} ms`)),
      milliseconds,
    );
    checker.once("message", (answer) => end(verdictOf(answer), usedOf(answer)));
    checker.once("exit", () => end(undecided("the check ran out of memory")));
    checker.once("error", (error) => end(undecided(`the check could not run: ${error.message}`)));
    // `recheck` dies of a fraction.
    checker.send({ pattern, timeout: Math.ceil(milliseconds) }, () => {});
  });
}

function verdictOf(answer: unknown): PatternVerdict {
  const said: Readonly<Record<string, unknown>> = Object(answer);
  if (said.status === "safe") return { verdict: "safe" };
  if (said.status !== "vulnerable") return undecided(`no verdict (${String(said.reason ?? "unknown")})`);
  return {
    verdict: "vulnerable",
    growth: said.growth === "polynomial" ? "polynomial" : "exponential",
    degree: typeof said.degree === "number" ? said.degree : undefined,
    attack: String(said.attack ?? ""),
    shown: String(said.shown ?? ""),
  };
}

function usedOf(answer: unknown): number | undefined {
  const said: Readonly<Record<string, unknown>> = Object(answer);
  return typeof said.used === "number" ? said.used : undefined;
}

function undecided(reason: string): PatternVerdict {
  return { verdict: "undecided", reason };
}
