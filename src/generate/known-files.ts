import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../canonical/index.ts";
import type { Memory } from "../memory/index.ts";
import type { GeneratedFile } from "../model.ts";
import { isArray } from "../schema/json.ts";
import type { Unit } from "./contract.ts";
import type { Target } from "./run.ts";

/** Files that need not be generated, since they are known to stand on the disk as they would be. */
export interface KnownFiles {
  /** What a target makes of units, of one or of all; undefined where that is not known, or the disk holds another text. */
  recall(
    what: "files" | "index",
    target: Target,
    units: readonly Unit[],
  ): readonly GeneratedFile[] | undefined;
  remember(
    what: "files" | "index",
    target: Target,
    units: readonly Unit[],
    files: readonly GeneratedFile[],
  ): void;
}

/**
 * The files of which this build remembers the hash, with the text that the output folder has under that hash.
 * @param out the output folder; the files of a target stand below its name.
 */
export function knownFiles(memory: Memory, out: string): KnownFiles {
  return {
    recall(what, target, units) {
      const known = memory.recall(keyOf(what, target, units));
      if (!isArray(known)) return undefined;
      const files: GeneratedFile[] = [];
      for (const entry of known) {
        const [path, hash] = isArray(entry) ? entry : [];
        const text = typeof path === "string" ? textOf(join(out, target.generator.name, path)) : undefined;
        if (typeof path !== "string" || text === undefined || sha256Hex(text) !== hash) return undefined;
        files.push({ path, text });
      }
      return files;
    },
    remember(what, target, units, files) {
      const hashes = files.map(({ path, text }) => [path, sha256Hex(text)]);
      memory.remember(keyOf(what, target, units), hashes);
    },
  };
}

function keyOf(what: string, { generator, options }: Target, units: readonly Unit[]): string {
  const { name, version } = generator;
  return sha256Hex(JSON.stringify([what, name, version, options, units.map(digestOf)]));
}

const digests = new WeakMap<Unit, string>();

/** Of all that a generator sees of a version, in the order it is written: that shows in what is generated. */
function digestOf(unit: Unit): string {
  const before = digests.get(unit);
  if (before !== undefined) return before;
  const { dependencies, prose, history, settings, ladder, ...rest } = unit;
  const seen = {
    ...rest,
    prose: prose === unit.schema ? null : prose,
    dependencies: [...dependencies],
    // Of the subject or the namespace: long, and the same for every version of it.
    shared: [history, settings, ladder ?? null].map((one) => one && digestOnce(one)),
  };
  const digest = sha256Hex(JSON.stringify(seen));
  digests.set(unit, digest);
  return digest;
}

const digested = new WeakMap<object, string>();

function digestOnce(value: object): string {
  const digest = digested.get(value) ?? sha256Hex(JSON.stringify(value));
  digested.set(value, digest);
  return digest;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
