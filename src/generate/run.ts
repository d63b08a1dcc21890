import { WaybillError } from "../errors.ts";
import { askForLess, limits, longerThan, outOfTime, spendEach } from "../limits/index.ts";
import type { GeneratedFile, JsonObject } from "../model.ts";
import type { Generator, Unit } from "./contract.ts";
import type { KnownFiles } from "./known-files.ts";

/** A generator with its options from `waybill.yaml`. */
export interface Target {
  readonly generator: Generator;
  readonly options: JsonObject;
}

/**
 * What the targets write for these units, by path inside the output folder (`types/cogo.v1/Actor/v1.ts`), sorted.
 * @param known files that need not be generated again; every other is.
 * @throws WaybillError MALFORMED where two files would share a path, also on a disk that folds case.
 */
export async function runTargets(
  targets: readonly Target[],
  units: readonly Unit[],
  known?: KnownFiles,
): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const target of targets) {
    const made = [...(await filesOf(target, units, known)), ...indexOf(target, units, known)];
    for (const { path, text } of made) files.push({ path: `${target.generator.name}/${path}`, text });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  refuseCollisions(files);
  return files;
}

const mostTogether = 256;

/** What a generator makes of the versions, each in time; what an answer awaits limits itself. */
async function filesOf(
  target: Target,
  all: readonly Unit[],
  known: KnownFiles | undefined,
): Promise<readonly GeneratedFile[]> {
  const { generator, options } = target;
  const files: GeneratedFile[] = [];
  const units = all.filter((unit) => {
    const kept = known?.recall("files", target, [unit]);
    if (kept !== undefined) files.push(...kept);
    return kept === undefined;
  });
  // What the first ones wait for is often known when the next are asked.
  for (let from = 0, size = 1; from < units.length; from += size, size = Math.min(from + 1, mostTogether)) {
    const some = units.slice(from, from + size);
    const made = spendEach(some, accountOf, limits.generate, (unit) => generator.files(unit, options));
    const answers = some.map((unit, at) => {
      const answer = made[at] ?? [];
      if (answer === outOfTime) throw tooCostly(`"${generator.name}" of ${unit.address}`);
      return answer;
    });
    for (const [at, made] of (await Promise.all(answers)).entries()) {
      files.push(...made);
      known?.remember("files", target, some.slice(at, at + 1), made);
    }
  }
  return files;
}

/** What a generator makes of the versions together. */
function indexOf(
  target: Target,
  units: readonly Unit[],
  known: KnownFiles | undefined,
): readonly GeneratedFile[] {
  const { generator, options } = target;
  const kept = known?.recall("index", target, units);
  if (kept !== undefined) return kept;
  const made = generator.index?.(units, options) ?? [];
  known?.remember("index", target, units, made);
  return made;
}

function accountOf(unit: Unit): object {
  return typeof unit.schema === "boolean" ? unit : unit.schema;
}

/** What cannot be generated in time. @param what the target, and the version or file. */
export function tooCostly(what: string): WaybillError {
  return new WaybillError("MALFORMED", `generating ${what} takes ${longerThan(limits.generate)}`, {
    hint: askForLess(),
  });
}

function refuseCollisions(files: readonly GeneratedFile[]): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const folded = path.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      throw new WaybillError("MALFORMED", `"${other}" and "${path}" would be one file`, {
        hint: "rename one of the two subjects: their names differ in case only",
      });
    }
    seen.set(folded, path);
  }
}
