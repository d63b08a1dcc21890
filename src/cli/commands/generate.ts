import { relative, resolve } from "node:path";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
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
    if (from !== undefined) return generateFrom(from, args, io);
    const { targetsOf } = await import("../../generate/targets.ts");
    const { unitsOf } = await import("../../generate/units.ts");
    const { during } = await import("../told.ts");
    const { runTargets } = await import("../../generate/run.ts");
    const { applyDrift, driftOf } = await import("../../generate/output.ts");
    const { loadLineages } = await import("../../migrate/index.ts");
    const { folderTree } = await import("../../registry/tree.ts");
    const { lookedInto } = await import("../../generate/looked-into.ts");
    const { documentDrift, projectDocuments } = await import("../../generate/document-drift.ts");
    const { config, registry } = await openSound(args, io);
    const lineages = loadLineages(folderTree(config.registry, config.registryShown), registry);
    for (const problem of lineages.problems) throw problem;
    const only = texts(args, "only").flatMap((names) => names.split(","));
    const targets = targetsOf(config, only.length === 0 ? undefined : only);
    const outName = text(args, "out");
    const out = outName === undefined ? config.out : resolve(io.cwd, outName);
    if (!relative(config.registry, out).startsWith("..")) {
      throw new WaybillError("USAGE", "the output folder lies in the registry", {
        hint: "name another with --out",
      });
    }
    const units = unitsOf(registry, lineages.bySubject);
    const files = await during(io, `generating: ${units.length} versions`, () => runTargets(targets, units));
    const check = flag(args, "check");
    const shown = outName ?? config.outShown;
    // Composed pages are the project's; elsewhere, or in part, only the targets are written.
    const whole = outName === undefined && only.length === 0;
    const names = targets.map(({ generator }) => generator.name);
    const drift = driftOf(out, names, files, whole ? lookedInto(config) : {});
    const documents = whole ? documentDrift(config, projectDocuments(config, registry, units)) : [];
    if (!check) {
      applyDrift(out, drift);
      applyDrift(
        config.root,
        documents.filter(({ state }) => state !== "foreign"),
      );
    }
    const all = [
      ...drift.map((entry) => ({ ...entry, path: entry.path === "" ? shown : `${shown}/${entry.path}` })),
      ...documents,
    ];
    const foreign = all.filter(({ state }) => state === "foreign" || state === "obstacle");
    const wrong = check ? all : foreign;
    if (flag(args, "json")) {
      const changes = all.map(({ path, state }) => ({ path, state }));
      io.out(
        `${JSON.stringify({ format: "waybill.generate/1", out: shown, files: files.length, check, changes }, null, 2)}\n`,
      );
    } else {
      if (check) {
        const { driftDiff } = await import("../../generate/drift-diff.ts");
        for (const entry of all) io.out(driftDiff(entry));
      }
      for (const { path } of check ? [] : foreign) io.err(`${path} was not written by waybill; left alone\n`);
      const changed = all.length - foreign.length;
      io.out(
        check
          ? `${files.length} files compared, ${all.length} differ\n`
          : `${files.length} files in ${shown}, ${changed} changed\n`,
      );
    }
    return wrong.length > 0 ? exitCode.foundWanting : exitCode.clean;
  },
};

async function generateFrom(from: string, args: Arguments, io: Io): Promise<ExitCode> {
  const { generateLoose, looseTargets } = await import("../../generate/loose.ts");
  const { applyDrift, driftOf } = await import("../../generate/output.ts");
  const { describeError } = await import("../describe-error.ts");
  const outName = text(args, "out");
  if (outName === undefined) {
    throw new WaybillError("USAGE", "--from needs --out", { hint: "name the folder to write to" });
  }
  const only = texts(args, "only").flatMap((names) => names.split(","));
  const unknown = only.find((name) => !looseTargets.some((target) => target === name));
  if (unknown !== undefined) {
    throw new WaybillError("USAGE", `there is no target "${unknown}" for loose files`, {
      hint: `targets: ${looseTargets.join(", ")}`,
    });
  }
  const targets = looseTargets.filter((target) => only.length === 0 || only.includes(target));
  const { files, schemas, problems: unusable } = await generateLoose(resolve(io.cwd, from), from, targets);
  const problems = [...unusable];
  const out = resolve(io.cwd, outName);
  const drift = driftOf(out, [], files);
  applyDrift(out, drift);
  for (const { path } of drift.filter(({ state }) => state === "foreign")) {
    const place = { file: `${outName}/${path}` };
    problems.push(
      new WaybillError("MALFORMED", "the file was not written by waybill; it is left alone", {
        place,
        hint: "move it, or name another --out",
      }),
    );
  }
  if (flag(args, "json")) {
    const told = problems.map(({ message, place, hint = null }) => ({ message, ...place, hint }));
    io.out(
      `${JSON.stringify({ format: "waybill.generate/1", from, out: outName, schemas, files: files.length, problems: told }, null, 2)}\n`,
    );
  } else {
    for (const problem of problems) {
      io.err(describeError(problem, { json: false, command: "generate", debug: false }));
    }
    const bad = problems.length === 0 ? "" : `, ${problems.length} could not be used`;
    io.out(`${files.length} files in ${outName} from ${schemas} schemas${bad}\n`);
  }
  return problems.length > 0 ? exitCode.foundWanting : exitCode.clean;
}
