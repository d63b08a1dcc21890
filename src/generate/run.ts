import { WaybillError } from "../errors.ts";
import { limits, longerThan, outOfTime, spend } from "../limits/index.ts";
import type { GeneratedFile, JsonObject } from "../model.ts";
import type { Generator, Unit } from "./contract.ts";

/** A generator with its options from `waybill.yaml`. */
export interface Target {
  readonly generator: Generator;
  readonly options: JsonObject;
}

/**
 * What the targets write for these units, by path inside the output folder (`types/cogo.v1/Actor/v1.ts`), sorted.
 * @throws WaybillError MALFORMED where two files would share a path, also on a disk that folds case.
 */
export async function runTargets(
  targets: readonly Target[],
  units: readonly Unit[],
): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const { generator, options } of targets) {
    const emit = (file: GeneratedFile) =>
      files.push({ path: `${generator.name}/${file.path}`, text: file.text });
    for (const unit of units) {
      // Asked in time: what it awaits limits itself.
      const account = typeof unit.schema === "boolean" ? unit : unit.schema;
      const asked = spend(account, limits.generate, () => generator.files(unit, options));
      if (asked === outOfTime) throw tooCostly(`"${generator.name}" of ${unit.address}`);
      for (const file of await asked) emit(file);
    }
    for (const file of generator.index?.(units, options) ?? []) emit(file);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  refuseCollisions(files);
  return files;
}

/** What cannot be generated in time. @param what the target, and the version or file. */
export function tooCostly(what: string): WaybillError {
  return new WaybillError("MALFORMED", `generating ${what} takes ${longerThan(limits.generate)}`, {
    hint: "split the schema into subjects, or take branches and references out of it",
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
