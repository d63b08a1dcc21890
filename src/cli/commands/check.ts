import { join } from "node:path";
import { sha256Hex } from "../../canonical/index.ts";
import { exitCode, WaybillError } from "../../errors.ts";
import type { Severity } from "../../model.ts";
import { flag, text, texts } from "../arguments.ts";
import type { Command } from "../command.ts";
import { acceptsOf, chosen, open, openBase } from "../open.ts";

const severities: readonly Severity[] = ["error", "warning", "info"];

export const check: Command = {
  usage: "check [subjects..]",
  summary: "Everything a pull request must pass",
  examples: [
    { command: "check", means: "the whole registry against its lock" },
    { command: "check cogo.v1/JobStarted --only compatibility,lint", means: "some checks on one subject" },
    {
      command: "check --against origin/main",
      means: "and nothing published there was changed; accepted breaks count",
    },
    { command: "check --format sarif", means: "for code scanning; text, json, markdown, github, junit too" },
  ],
  completes: { subjects: "subjects", only: "checks", format: "formats" },
  options: (yargs) =>
    yargs
      .positional("subjects", { type: "string", array: true, describe: "Subjects or namespaces" })
      .option("only", { type: "string", array: true, nargs: 1, describe: "Checks to run" })
      .option("against", {
        type: "string",
        describe:
          "Compare with a git ref, merge-base:<ref>, <ref>:<path> or ./folder too (default: the lock alone)",
      })
      .option("allow-head-accepts", {
        type: "boolean",
        describe: "Honour accepted breaks that are not on the base",
      })
      .option("fail-on", { type: "string", choices: severities, describe: "Least severity that fails" })
      .option("format", {
        type: "string",
        array: true,
        nargs: 1,
        describe: "text, json, markdown, github, gitlab, junit, sarif; format=file writes a file",
      }),
  async run(args, io) {
    const { checks } = await import("../../check/index.ts");
    const { runChecks } = await import("../../check/run.ts");
    const { comparisonsOf } = await import("../../check/comparisons.ts");
    const { cachedDecide } = await import("../../compat/cached-decide.ts");
    const { provingDecide } = await import("../../compat/engine.ts");
    const { verdictStore } = await import("../../check/verdict-store.ts");
    const { build, cacheFolder, memoryFile } = await import("../../memory/index.ts");
    const { stampOf } = await import("../../memory/stamp.ts");
    const { toolFiles } = await import("../../memory/tool-files.ts");
    const { applyAccepts } = await import("../../check/apply-accepts.ts");
    const { stricterSettings } = await import("../../check/settings-from-base.ts");
    const { candidates } = await import("../../registry/candidates.ts");
    const { told } = await import("../told.ts");
    const { formats, writeReports } = await import("../reports.ts");
    const outputs = formats(texts(args, "format"), flag(args, "json"));
    const only = new Set(texts(args, "only").flatMap((names) => names.split(",")));
    for (const name of only) {
      if (checks.some((one) => one.name === name)) continue;
      throw new WaybillError("USAGE", `there is no check "${name}"`, {
        hint: `checks: ${checks.map((one) => one.name).join(", ")}`,
      });
    }
    const { config: own, registry, problems } = await open(args, io);
    const wanted = await chosen(registry, texts(args, "subjects"));
    const against = await openBase(text(args, "against"), own);
    const base = against?.registry;
    const { config, loosened } = stricterSettings(own, against?.config);
    // Outside the project: what a pull request brings must not be believed as a verdict.
    const cache = cacheFolder(io.env, config.root);
    const memory =
      cache === undefined || build === undefined
        ? undefined
        : memoryFile(
            join(cache, `${sha256Hex(config.root)}.memory`),
            JSON.stringify([build, process.version, toolFiles().map(stampOf)]),
          );
    const context = {
      config,
      registry,
      problems,
      base,
      loosened,
      accepts: acceptsOf(base, flag(args, "allowHeadAccepts") ? registry : undefined),
      candidates: candidates(registry),
      decide:
        cache === undefined
          ? provingDecide
          : cachedDecide(provingDecide, verdictStore(join(cache, "verdicts"))),
      memory,
      wanted: (address: string) => wanted?.has(address) ?? true,
    };
    // A registry that cannot be read whole is not judged further: its other findings would mislead.
    const broken = problems.length > 0 || context.candidates.problems.length > 0;
    const list = checks.filter(({ name }) =>
      broken ? name === "schema" || name === "integrity" : only.size === 0 || only.has(name),
    );
    const run = await runChecks(context, told(list, io));
    const findings = applyAccepts(run.findings, context);
    memory?.save();
    const failOn = severities.indexOf((text(args, "failOn") as Severity | undefined) ?? config.failOn);
    const failed = findings.some(({ severity }) => severities.indexOf(severity) <= failOn);
    const summary = {
      subjects: registry.subjects.size,
      versions: registry.lock.versions.size,
      failed,
      checks: run.checks,
      comparisons: broken ? [] : comparisonsOf(context),
    };
    writeReports(outputs, findings, summary, io);
    return failed ? exitCode.foundWanting : exitCode.clean;
  },
};
