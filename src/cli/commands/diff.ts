import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import { terminal } from "../../escape/index.ts";
import type { Direction, Semantics, Verdict } from "../../model.ts";
import { flag, requiredText, text } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import type { Difference } from "../difference.ts";

export const diff: Command = {
  usage: "diff <a> [b]",
  summary: "Every change between two versions, files or git refs, and who can still read whom",
  examples: [
    { command: "diff cogo.v1/JobStarted@1 cogo.v1/JobStarted@2", means: "two versions" },
    { command: "diff cogo.v1/JobStarted@1", means: "a version and the draft" },
    { command: "diff origin/main", means: "every subject that changed since a git ref" },
    {
      command: "diff main:registry/cogo.v1/JobStarted/schema.json",
      means: "a file at a ref and the same here",
    },
    {
      command: "diff old.schema.json new.schema.json --semantics set",
      means: "two files, as validators see them",
    },
  ],
  completes: { a: "subjects", b: "subjects" },
  options: (yargs) =>
    yargs
      .positional("a", {
        type: "string",
        demandOption: true,
        describe: "The older: an address, a file, <ref>:<path>, or a git ref for the whole registry",
      })
      .positional("b", {
        type: "string",
        describe: "The newer, likewise (default: the same in the working tree, or the draft)",
      })
      .option("semantics", {
        type: "string",
        choices: ["record", "set"],
        describe: "What writers write (record, the default), or all a schema accepts",
      }),
  async run(args, io) {
    const { isWhole } = await import("../wholes.ts");
    const [a, b] = [requiredText(args, "a"), text(args, "b")];
    const semantics: Semantics = text(args, "semantics") === "set" ? "set" : "record";
    const whole = await isWhole(a, io);
    if (b !== undefined && whole !== (await isWhole(b, io))) {
      const [one, all] = whole ? [b, a] : [a, b];
      throw new WaybillError("USAGE", `"${one}" is one schema, "${all}" a whole registry`, {
        hint: `name a file or a subject at the ref: "${all}:<path>"`,
      });
    }
    return whole ? diffWhole(a, b, semantics, args, io) : diffOne(a, b, semantics, args, io);
  },
};

async function diffOne(
  a: string,
  b: string | undefined,
  semantics: Semantics,
  args: Arguments,
  io: Io,
): Promise<ExitCode> {
  const { sideOf } = await import("../sides.ts");
  const { counterpartOf } = await import("../counterpart.ts");
  const { difference, isCompatible } = await import("../difference.ts");
  const [old, next] = [
    await sideOf(a, args, io),
    b === undefined ? await counterpartOf(a, args, io) : await sideOf(b, args, io),
  ];
  const found = difference(old, next, semantics);
  if (flag(args, "json")) {
    const { from, to, backward, forward, rollOut, changes, findings } = found;
    const verdicts = { backward, forward, rollOut: rollOut ?? null };
    const answer = { format: "waybill.diff/1", from, to, semantics, ...verdicts, changes, findings };
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else io.out(await told([found], io));
  return isCompatible(found) ? exitCode.clean : exitCode.foundWanting;
}

async function diffWhole(
  a: string,
  b: string | undefined,
  semantics: Semantics,
  args: Arguments,
  io: Io,
): Promise<ExitCode> {
  const { wholeOf } = await import("../wholes.ts");
  const { registryDifference } = await import("../registry-difference.ts");
  const { removedText } = await import("../removed-subject.ts");
  const { isCompatible } = await import("../difference.ts");
  const [old, next] = [await wholeOf(a, args, io), await wholeOf(b, args, io)];
  const after = b === undefined ? "" : `${b}:`;
  const { changed, added, removed, unchanged } = registryDifference(old, next, `${a}:`, after, semantics);
  const compatible = removed.length === 0 && changed.every(isCompatible);
  if (flag(args, "json")) {
    const answer = {
      format: "waybill.diff/1",
      from: a,
      to: b ?? "working tree",
      semantics,
      rollOut: null,
      changes: changed.flatMap(({ changes }) => changes),
      findings: changed.flatMap(({ findings }) => findings),
      subjects: changed.map((one) => ({ ...one, rollOut: one.rollOut ?? null })),
      added,
      removed: removed.map(({ address }) => address),
    };
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    io.out(await told(changed, io));
    for (const address of added) io.out(`added    ${terminal(address)}\n`);
    for (const one of removed) io.out(removedText(one));
    const broken = changed.filter((one) => !isCompatible(one)).length + removed.length;
    io.out(
      `${changed.length} changed, ${added.length} added, ${removed.length} removed, ${unchanged} as before: ` +
        `${broken === 0 ? "nobody is broken" : `${broken} break${broken === 1 ? "s" : ""} somebody`}\n`,
    );
  }
  return compatible ? exitCode.clean : exitCode.foundWanting;
}

/** Each difference: its findings, then who reads whom. */
async function told(found: readonly Difference[], io: Io): Promise<string> {
  const { textReport } = await import("../../report/index.ts");
  const { comparisonOf } = await import("../difference.ts");
  const style = { color: io.color, width: io.width };
  return found
    .map((one) => {
      const report = textReport(one.findings, style, [comparisonOf(one)]).trimEnd();
      const verdicts = [line("backward", one.backward), line("forward", one.forward)];
      return `${report}\n\n${verdicts.join("")}\n`;
    })
    .join("");
}

const says: Readonly<Record<Direction, string>> = {
  backward: "old data, new reader",
  forward: "new data, old reader",
};

function line(direction: Direction, verdict: Verdict): string {
  const word = verdict.verdict === "undecided" ? `undecided: ${terminal(verdict.reason)}` : verdict.verdict;
  return `  ${says[direction]}: ${word}\n`;
}
