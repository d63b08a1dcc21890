import { join, relative, resolve } from "node:path";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import type { Drift } from "../../generate/output.ts";
import type { Watched } from "../../generate/vouch.ts";
import { flag, text, texts } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { openSound } from "../open.ts";

export const generate: Command = {
  usage: "generate",
  summary: "Write types, validators and postcards from the frozen versions",
  examples: [
    { command: "generate", means: "bring the output folder up to date" },
    {
      command: "generate --check",
      means: "write nothing; show drift as a diff, exit 100 where there is any",
    },
    { command: "generate --only types --out lib/types", means: "one target, another folder" },
    {
      command: "generate --from schemas/ --only types --out lib/types",
      means: "loose schema files, no registry; a bad one is reported, the others are written",
    },
  ],
  completes: { only: "targets" },
  options: (yargs) =>
    yargs
      .option("check", { type: "boolean", describe: "Compare instead of writing" })
      .option("only", { type: "string", array: true, nargs: 1, describe: "Targets to generate" })
      .option("from", {
        type: "string",
        describe: "Generate from a loose schema file or folder; needs --out",
      })
      .option("out", { type: "string", describe: "Output folder (generate.out in waybill.yaml)" }),
  async run(args, io) {
    const from = text(args, "from");
    if (from === undefined) return generateAll(args, io);
    const { generateFrom } = await import("../generate-from.ts");
    return generateFrom(from, args, io);
  },
};

async function generateAll(args: Arguments, io: Io): Promise<ExitCode> {
  const { targetsOf } = await import("../../generate/targets.ts");
  const { unitsOf } = await import("../../generate/units.ts");
  const { during } = await import("../told.ts");
  const { runTargets } = await import("../../generate/run.ts");
  const { applyDrift, driftOf } = await import("../../generate/output.ts");
  const { loadLineages } = await import("../../migrate/index.ts");
  const { lookedInto } = await import("../../generate/looked-into.ts");
  const { documentDrift, projectDocuments } = await import("../../generate/document-drift.ts");
  const { vouch, watch } = await import("../../generate/vouch.ts");
  const check = flag(args, "check");
  // What judges trusts nothing that was found before, so it keeps nothing either.
  const remember = check ? undefined : io.remember;
  const read = remember && (await watchInputs(args, io));
  const { config, registry, tree } = await openSound(args, io);
  const lineages = loadLineages(tree, registry);
  for (const problem of lineages.problems) throw problem;
  const only = texts(args, "only").flatMap((names) => names.split(","));
  const targets = targetsOf(config, only.length === 0 ? undefined : only);
  const names = targets.map(({ generator }) => generator.name);
  const outName = text(args, "out");
  const out = outName === undefined ? config.out : resolve(io.cwd, outName);
  if (!relative(config.registry, out).startsWith("..")) {
    throw new WaybillError("USAGE", "the output folder lies in the registry", {
      hint: "name another with --out",
    });
  }
  const units = unitsOf(registry, lineages.bySubject);
  const files = await during(io, `generating: ${units.length} versions`, () => runTargets(targets, units));
  // Composed pages are the project's; elsewhere, or in part, only the targets are written.
  const whole = outName === undefined && only.length === 0;
  const looked = whole ? lookedInto(config) : { whole: false };
  const pages = whole ? projectDocuments(config, registry, units) : [];
  const expected = [
    ...files.map(({ path }) => join(out, path)),
    ...pages.map(({ file }) => join(config.root, file.path)),
  ];
  const folders = looked.whole ? [out] : names.map((name) => join(out, name));
  const wrote = remember && watch([...folders, ...expected.slice(files.length)]);
  // What another run is about to put in its place is none of this one's.
  const begunElsewhere = ({ unfinished }: Drift) => !check && unfinished === "running";
  const drift = driftOf(out, names, files, looked).filter((entry) => !begunElsewhere(entry));
  const documents = documentDrift(config, pages).filter((entry) => !begunElsewhere(entry));
  const ours = documents.filter(({ state }) => state !== "foreign");
  const written = check ? [] : [...applyDrift(out, drift), ...applyDrift(config.root, ours)];
  const shown = outName ?? config.outShown;
  const all = [
    ...drift.map((entry) => ({ ...entry, path: entry.path === "" ? shown : `${shown}/${entry.path}` })),
    ...documents,
  ];
  const foreign = all.filter(({ state }) => state === "foreign" || state === "obstacle");
  const says = (changes: readonly Drift[]) =>
    flag(args, "json")
      ? asJson(shown, files.length, check, changes)
      : inWords(
          shown,
          files.length,
          check,
          check ? changes : changes.filter((one) => !foreign.includes(one)),
        );
  if (!flag(args, "json")) {
    if (check) {
      const { driftDiff } = await import("../../generate/drift-diff.ts");
      for (const entry of all) io.out(driftDiff(entry));
    }
    for (const { path } of check ? [] : foreign) io.wrong(`${path} was not written by waybill; left alone\n`);
  }
  const wanting = (check ? all : foreign).length > 0;
  (wanting || flag(args, "json") ? io.out : io.done)(says(all));
  if (wanting) return exitCode.foundWanting;
  const stamps = read && wrote && vouch(read, wrote, new Map(written), expected);
  if (stamps !== undefined) remember?.(flag(args, "quiet") && !flag(args, "json") ? "" : says([]), stamps);
  return exitCode.clean;
}

/** Everything that generating reads: settings, the registry, and what of the tool can be replaced by itself. */
async function watchInputs(args: Arguments, io: Io): Promise<Watched> {
  const { watch } = await import("../../generate/vouch.ts");
  const { loadConfig } = await import("../../config/load.ts");
  const { toolFiles } = await import("../../memory/tool-files.ts");
  const began = Date.now();
  const named = text(args, "config");
  const { registry } = loadConfig(io.cwd, named);
  return watch([resolve(io.cwd, named ?? "waybill.yaml"), registry, ...toolFiles()], began);
}

function asJson(out: string, files: number, check: boolean, all: readonly Drift[]): string {
  const changes = all.map(({ path, state }) => ({ path, state }));
  return `${JSON.stringify({ format: "waybill.generate/1", out, files, check, changes }, null, 2)}\n`;
}

function inWords(out: string, files: number, check: boolean, changes: readonly Drift[]): string {
  return check
    ? `${files} files compared, ${changes.length} differ\n`
    : `${files} files in ${out}, ${changes.length} changed\n`;
}
