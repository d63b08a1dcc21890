import { knownFiles } from "../../generate/known-files.ts";
import { lookedInto } from "../../generate/looked-into.ts";
import { driftOf } from "../../generate/output.ts";
import { targetsOf } from "../../generate/targets.ts";
import { runTargets } from "../../generate/run.ts";
import type { Drift } from "../../generate/output.ts";
import type { Finding, GeneratedFile } from "../../model.ts";
import type { Check } from "../context.ts";
import { finding } from "../finding.ts";
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
    const names = targets.map(({ generator }) => generator.name);
    return wholeTargets(driftOf(config.out, names, files, lookedInto(config)), files).map((entry) =>
      driftFinding(config.outShown, entry),
    );
  },
};

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

function driftFinding(out: string, { path, state, onDisk, generated }: Drift): Finding {
  const [message, fix] = says[state];
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
