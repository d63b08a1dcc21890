import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config/load.ts";
import { knownFiles } from "../../generate/known-files.ts";
import { lookedInto } from "../../generate/looked-into.ts";
import type { Drift } from "../../generate/output.ts";
import { driftOf } from "../../generate/output.ts";
import { runTargets } from "../../generate/run.ts";
import { targetsOf } from "../../generate/targets.ts";
import type { Finding, GeneratedFile } from "../../model.ts";
import type { Check } from "../context.ts";
import { finding } from "../finding.ts";
import { unfinishedWords } from "../unfinished-words.ts";
import { unitsIn } from "../units.ts";

/** Generated files are what generating would write now. */
export const drift: Check = {
  name: "drift",
  summary: "generated files are what generating would write",
  async run(context): Promise<readonly Finding[]> {
    const { config, memory } = context;
    const targets = targetsOf(config);
    const known = memory && knownFiles(memory, config.out);
    const files = await runTargets(targets, unitsIn(context), known);
    // A target that the base had still has its folder, whatever the files in it say of themselves.
    const names = [...targets.map(({ generator }) => generator.name), ...(config.former?.targets ?? [])];
    return [
      ...wholeTargets(driftOf(config.out, names, files, lookedInto(config)), files).map((entry) =>
        driftFinding(config.outShown, entry),
      ),
      ...formerFolder(config),
    ];
  },
};

/** The base's output folder, where this side has another and kept it: nobody generates there any more. */
function formerFolder({ former, root, outShown }: Config): readonly Finding[] {
  if (former === undefined || former.out === outShown || former.out === "") return [];
  if (lstatSync(join(root, former.out), { throwIfNoEntry: false }) === undefined) return [];
  if (`${outShown}/`.startsWith(`${former.out}/`)) return [];
  return [
    finding({
      rule: "GENERATED_DRIFT",
      severity: "error",
      file: former.out,
      line: 1,
      column: 1,
      message: `"${former.out}" was the output folder and is still there`,
      why: "consumers may build from it, and nothing compares it any more",
      fix: `remove it: \`git rm -r ${former.out}\``,
      fragments: [former.out],
    }),
  ];
}

/** A target of which nothing is there yet is one thing to say, not one for each of its files. */
function wholeTargets(entries: readonly Drift[], files: readonly GeneratedFile[]): readonly Drift[] {
  const targetOf = ({ path }: { readonly path: string }) => path.replace(/\/.*$/, "");
  const held = grouped(entries, targetOf);
  const due = grouped(files, targetOf);
  return [...held].flatMap(([target, drifts]) => {
    const absent = drifts.length > 1 && drifts.length === due.get(target)?.length;
    if (!absent || drifts.some(({ state }) => state !== "missing")) return drifts;
    return [{ path: target, state: "missing", onDisk: undefined, generated: undefined }];
  });
}

function grouped<T>(entries: readonly T[], key: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

const says: Readonly<Record<Drift["state"], readonly [message: string, fix: string]>> = {
  missing: ["is missing", "run `waybill generate`"],
  changed: [
    "is not what generating would write",
    "run `waybill generate`; edit the schema, never the output",
  ],
  stale: ["belongs to nothing in the registry any more", "run `waybill generate`, which removes it"],
  foreign: ["was not written by waybill", "move it out of the output folder; only the tool writes there"],
  obstacle: [
    "is a link, or is not what belongs there",
    "remove what stands there, then run `waybill generate`",
  ],
};

function driftFinding(out: string, { path, state, unfinished, onDisk, generated }: Drift): Finding {
  const begun = unfinished && unfinishedWords[unfinished];
  const [message, fix] = begun === undefined ? says[state] : [begun.message, begun.fix];
  const line =
    state !== "obstacle" && onDisk !== undefined && generated !== undefined
      ? firstDifference(onDisk, generated)
      : 1;
  return finding({
    rule: "GENERATED_DRIFT",
    severity: "error",
    file: path === "" ? out : `${out}/${path}`,
    line,
    column: 1,
    message: `"${path === "" ? out : path}" ${message}`,
    why: "consumers build from what is committed; it must be what the registry says",
    fix,
    fragments: [path, state],
  });
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split("\n"), b.split("\n")];
  const index = left.findIndex((line, at) => line !== right[at]);
  return index === -1 ? left.length : index + 1;
}
