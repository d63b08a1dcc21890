import { exitCode } from "../../errors.ts";
import { flag, text, texts } from "../arguments.ts";
import type { Command } from "../command.ts";
import { acceptsOf, chosen, openBase, openOn, openSound } from "../open.ts";

export const publish: Command = {
  usage: "publish [subjects..]",
  summary: "Freeze changed drafts as next versions",
  examples: [
    { command: "publish", means: "every changed draft, dependencies first" },
    { command: "publish cogo.v1/JobStarted --dry-run", means: "say what would be frozen, write nothing" },
    {
      command: "publish cogo.v1 --dependents",
      means: "also those that pin an older version of a dependency",
    },
  ],
  completes: { subjects: "subjects" },
  options: (yargs) =>
    yargs
      .positional("subjects", { type: "string", array: true, describe: "Subjects or namespaces" })
      .option("dry-run", { type: "boolean", describe: "Write nothing" })
      .option("rebase", {
        type: "string",
        describe: "Take versions and lock from this git ref first, then publish on top",
      })
      .option("against", {
        type: "string",
        describe: "Where accepted breaks count from: a git ref or folder",
      })
      .option("allow-head-accepts", {
        type: "boolean",
        describe: "Honour accepted breaks that are not on the base",
      })
      .option("dependents", {
        type: "boolean",
        describe: "Republish subjects whose pins have fallen behind",
      }),
  async run(args, io) {
    const { stricterSettings } = await import("../../check/settings-from-base.ts");
    const { candidates } = await import("../../registry/candidates.ts");
    const { applyPublish, planPublish } = await import("../../registry/publish.ts");
    const { isAccepted } = await import("../../check/accept.ts");
    const { applyAccepts } = await import("../../check/apply-accepts.ts");
    const { publishChecks } = await import("../../check/index.ts");
    const { told } = await import("../told.ts");
    const { runChecks } = await import("../../check/run.ts");
    const ref = text(args, "rebase");
    const opened =
      ref === undefined ? { ...(await openSound(args, io)), base: undefined } : await openOn(args, io, ref);
    const { registry, problems, base: rebased } = opened;
    const against = rebased ?? (await openBase(text(args, "against"), opened.config));
    // Judged as `check --against` will judge it.
    const { config, loosened } = stricterSettings(opened.config, against?.config);
    const base = against?.registry;
    const wanted = await chosen(registry, texts(args, "subjects"));
    const dependents = flag(args, "dependents") ? new Set(registry.subjects.keys()) : new Set<string>();
    const built = candidates(registry, { dependents });
    const [problem] = built.problems;
    if (problem !== undefined) throw problem;
    const plan = planPublish(built, wanted);
    const planned = new Set(plan.steps.map(({ subject }) => subject.address));
    const context = {
      config,
      registry,
      problems,
      base,
      loosened,
      accepts: acceptsOf(base, flag(args, "allowHeadAccepts") ? registry : undefined),
      candidates: built,
      wanted: (address: string) => planned.has(address),
    };
    const run = await runChecks(context, told(publishChecks, io));
    const findings = applyAccepts(run.findings, context);
    const barriers = new Set(
      run.findings.filter((one) => isAccepted(one, context)).flatMap(({ to }) => to ?? []),
    );
    const errors = findings.filter(({ severity }) => severity === "error");
    const steps = plan.steps.map(({ subject, number, frozen }) => ({
      version: `${subject.address}@${number}`,
      hash: frozen.hash,
      shape: frozen.shape,
    }));
    if (errors.length === 0 && !flag(args, "dryRun")) {
      applyPublish(config.registry, registry, { ...plan, barriers }, { base: rebased?.registry });
    }
    if (flag(args, "json")) {
      io.out(
        `${JSON.stringify({ format: "waybill.publish/1", dryRun: flag(args, "dryRun"), published: errors.length === 0 ? steps : [], findings: errors }, null, 2)}\n`,
      );
    } else if (errors.length > 0) {
      const { textReport } = await import("../../report/index.ts");
      io.out(textReport(errors, { color: io.color, width: io.width }));
      io.err(
        `nothing was published: ${errors.length} finding${errors.length === 1 ? "" : "s"} to mend first\n`,
      );
    } else {
      // What would be done is what was asked for.
      const [verb, say] = flag(args, "dryRun")
        ? (["would freeze", io.out] as const)
        : (["froze", io.done] as const);
      for (const { version, hash } of steps) say(`${verb} ${version}  ${hash}\n`);
      if (steps.length === 0) say("nothing to publish: every draft is what its latest version says\n");
    }
    if (errors.length > 0) return exitCode.foundWanting;
    if (steps.length > 0 && !flag(args, "dryRun")) io.err("now run `waybill generate` and commit both\n");
    return exitCode.clean;
  },
};
