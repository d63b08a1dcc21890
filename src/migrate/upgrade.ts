import type { Json } from "../model.ts";
import { type Path, read } from "./path.ts";
import { type Step, takeStep } from "./step.ts";

/** Everything declared of how one subject's old data become new. Plain data: generated upgraders carry it as it is. */
export interface Ladder {
  /** Where a value says its version and what the spellings mean; undefined where values carry none. */
  readonly version: { readonly at: Path; readonly spellings: Readonly<Record<string, number>> } | undefined;
  readonly rungs: readonly Rung[];
}

/** One declared migration. */
export interface Rung {
  /** A legacy shape by name, or a version. */
  readonly from: string | number;
  readonly to: number;
  /** What tells the values it is for; all must hold. */
  readonly when: readonly When[];
  readonly steps: readonly Step[];
}

export interface When {
  readonly at: Path;
  /** One of these values, that there is (or is not) something at all, or a text that begins so. */
  readonly holds: readonly Json[] | "present" | "absent" | { readonly startsWith: string };
}

export type Upgraded =
  | {
      readonly value: Json;
      /** Migrations taken, in order, as `feature-slug -> 1`; empty where the value was left as it is. */
      readonly applied: readonly string[];
      readonly unsupported?: undefined;
    }
  | { readonly value?: undefined; readonly applied?: undefined; readonly unsupported: string };

/**
 * The value as the newest version that a declared migration leads to. A value of an unknown version, or one that a
 * step has no rule for, is unsupported with the reason; that is counted, never thrown. Whether the result is valid is
 * the validator's to say.
 * @param until the version to stop at; the newest reachable where it is left out
 */
export function upgrade(value: Json, ladder: Ladder, until?: number): Upgraded {
  const start = startOf(value, ladder);
  if (typeof start === "object") return start;
  const applied: string[] = [];
  let current = value;
  let at = start;
  for (;;) {
    const rung = at === until ? undefined : ladder.rungs.find(({ from }) => from === at);
    if (rung === undefined) return { value: current, applied };
    for (const step of rung.steps) {
      const stepped = takeStep(current, step);
      if (stepped.unsupported !== undefined) return stepped;
      current = stepped.value;
    }
    applied.push(`${rung.from} -> ${rung.to}`);
    at = rung.to;
  }
}

/** Where on the ladder a value stands: a legacy shape, a version, or nowhere that needs a step. */
function startOf(
  value: Json,
  { version, rungs }: Ladder,
): string | number | undefined | { unsupported: string } {
  const recognised = ({ when }: Rung) => when.length > 0 && when.every((one) => holds(value, one));
  const legacy = rungs.find((rung) => typeof rung.from === "string" && recognised(rung));
  if (legacy !== undefined) return legacy.from;
  const said = version === undefined ? undefined : read(value, version.at);
  if (version === undefined || said === undefined) return rungs.find(recognised)?.from;
  const spelling = typeof said === "string" ? said : JSON.stringify(said);
  const number = Object.hasOwn(version.spellings, spelling) ? version.spellings[spelling] : undefined;
  return number ?? { unsupported: `version ${spelling} is not known` };
}

function holds(value: Json, { at, holds: wanted }: When): boolean {
  const found = read(value, at);
  if (wanted === "present") return found !== undefined;
  if (wanted === "absent") return found === undefined;
  if ("startsWith" in wanted) return typeof found === "string" && found.startsWith(wanted.startsWith);
  return found !== undefined && wanted.some((one) => one === found);
}
