import type { DecideOptions } from "../../compat/inclusion/index.ts";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import { terminal } from "../../escape/index.ts";
import { grantForSteps, limits, longerThan, outOfTime, within } from "../../limits/index.ts";
import type { Json, Verdict } from "../../model.ts";
import { flag, text } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { sideOf } from "../sides.ts";

/** Twice what the largest published corpora of pairs need. */
const fileBudget = 100_000;

export const prove: Command = {
  usage: "prove [old] [new]",
  summary: "Whether one schema accepts all that another does: a proof, a witness, or undecided",
  examples: [
    { command: "prove old.schema.json new.schema.json", means: "is every document of old one of new?" },
    { command: "prove cogo.v1/JobStarted@1 cogo.v1/JobStarted", means: "by address" },
    { command: "prove --pairs pairs.jsonl --json", means: "many questions, held against their labels" },
  ],
  completes: { old: "subjects", new: "subjects" },
  options: (yargs) =>
    yargs
      .positional("old", { type: "string", describe: "An address or a file" })
      .positional("new", { type: "string", describe: "An address or a file" })
      .option("pairs", {
        type: "string",
        describe: "A file of pairs, one JSON object {id, old, new, expect} a line",
      })
      .option("semantics", {
        type: "string",
        choices: ["set", "record"],
        describe: "All that old accepts (set, the default), or what its writers write",
      })
      .option("formats", {
        type: "string",
        choices: ["assert", "annotate"],
        describe: "Whether format asserts (default: annotate)",
      })
      .option("budget", { type: "number", describe: "Steps of the search before a question is given up" })
      .option("file-budget", {
        type: "number",
        describe: `Steps for all questions of --pairs together, 20 for each beside its search (default: ${fileBudget})`,
      }),
  async run(args, io) {
    const pairs = text(args, "pairs");
    return pairs === undefined ? proveOne(args, io) : provePairsFile(pairs, args, io);
  },
};

async function proveOne(args: Arguments, io: Io): Promise<ExitCode> {
  const [old, next] = [text(args, "old"), text(args, "new")];
  if (old === undefined || next === undefined) {
    throw new WaybillError("USAGE", "two schemas are needed", {
      hint: "name old and new, or --pairs <file.jsonl>",
    });
  }
  const { decide } = await import("../../compat/prove.ts");
  const [a, b] = [await sideOf(old, args, io), await sideOf(next, args, io)];
  const decided = within(limits.compare, () =>
    decide(a.schema, b.schema, { ...engineOptions(args), oldDialect: a.dialect, nextDialect: b.dialect }),
  );
  const verdict: Verdict =
    decided === outOfTime
      ? { verdict: "undecided", reason: `it takes ${longerThan(limits.compare)}`, pointer: "" }
      : decided;
  if (flag(args, "json")) {
    io.out(
      `${JSON.stringify({ format: "waybill.prove/1", old: a.address, new: b.address, ...verdict }, null, 2)}\n`,
    );
  } else if (verdict.verdict === "incompatible") {
    const { instance, errors, dissent } = verdict.witness;
    // Witness and errors hold text of the schemas.
    io.out(`incompatible: ${terminal(JSON.stringify(instance))}\n`);
    for (const { pointer, message } of errors)
      io.out(`  ${terminal(`${pointer === "" ? "the document" : pointer} ${message}`)}\n`);
    if (dissent !== undefined) io.out(`  dissent: ${terminal(dissent)}\n`);
  } else if (verdict.verdict === "compatible") io.out("compatible\n");
  else io.out(`undecided: ${terminal(`${verdict.reason} ${verdict.pointer}`)}\n`);
  return verdict.verdict === "compatible" ? exitCode.clean : exitCode.foundWanting;
}

async function provePairsFile(file: string, args: Arguments, io: Io): Promise<ExitCode> {
  const { resolve } = await import("node:path");
  const { provePairs } = await import("../../compat/prove-pairs.ts");
  const { createProgress } = await import("../../validate/progress.ts");
  const { readPair } = await import("../../compat/read-pair.ts");
  const { readFileStrict } = await import("../../input/index.ts");
  const source = readFileStrict(resolve(io.cwd, file), { file, profile: "loose" });
  // Corpora hold numbers that no double has; the question is about what validators see, so they are read as validators do.
  const pairs = new TextDecoder()
    .decode(source)
    .split("\n")
    .flatMap((line, index) =>
      line.trim() === "" ? [] : [readPair(parsed(line, file, index + 1), file, index + 1)],
    );
  const progress = createProgress(io, "questions");
  const asked = args["fileBudget"];
  const steps = typeof asked === "number" ? asked : fileBudget;
  grantForSteps(steps);
  const { report, reasons } = provePairs(pairs, {
    ...engineOptions(args),
    fileBudget: steps,
    inTime: (work) => {
      const answer = within(limits.compare, work);
      return answer === outOfTime ? undefined : answer;
    },
    onProgress: () => progress.lines(1),
  });
  progress.clear();
  if (flag(args, "json")) io.out(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const { questions, right, wrong, undecided, refuted, excluded, p50, p95, max } = report;
    for (const { id, direction, verdict, expected } of report.mismatches) {
      io.out(`${terminal(id)} ${direction}: ${verdict}, labelled ${terminal(String(expected))}\n`);
    }
    for (const { id, direction, reason, pointer } of reasons)
      io.out(`${terminal(id)} ${direction}: undecided, ${terminal(`${reason} ${pointer}`)}\n`);
    io.out(
      `${report.pairs} pairs, ${questions} questions: ${right} right, ${wrong} wrong, ${undecided} undecided\n`,
    );
    io.out(`${refuted.length} labels refuted, ${excluded.length} rows excluded\n`);
    io.out(`p50 ${p50} ms, p95 ${p95} ms, max ${max} ms\n`);
  }
  return report.wrong > 0 || report.undecided > 0 ? exitCode.foundWanting : exitCode.clean;
}

function parsed(line: string, file: string, number: number): Json {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new WaybillError("MALFORMED", "the line is not JSON", {
      place: { file, line: number },
      cause: error,
    });
  }
}

function engineOptions(args: Arguments): DecideOptions {
  const budget = args["budget"];
  return {
    semantics: text(args, "semantics") === "record" ? "record" : "set",
    formats: text(args, "formats") === "assert" ? "assert" : "annotate",
    ...(typeof budget === "number" && { budget }),
  };
}
