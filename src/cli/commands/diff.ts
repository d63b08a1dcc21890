import { exitCode, WaybillError } from "../../errors.ts";
import { terminal } from "../../escape/index.ts";
import { limits, longerThan, outOfTime, within } from "../../limits/index.ts";
import type { Direction, Finding, Semantics, Verdict } from "../../model.ts";
import { flag, requiredText, text } from "../arguments.ts";
import type { Command } from "../command.ts";
import { type Side, sideOf } from "../sides.ts";

export const diff: Command = {
  usage: "diff <a> <b>",
  summary: "Every change between two versions or files, and who can still read whom",
  examples: [
    { command: "diff cogo.v1/JobStarted@1 cogo.v1/JobStarted@2", means: "two versions" },
    {
      command: "diff old.schema.json new.schema.json --semantics set",
      means: "two files, as validators see them",
    },
  ],
  completes: { a: "subjects", b: "subjects" },
  options: (yargs) =>
    yargs
      .positional("a", { type: "string", demandOption: true, describe: "The older: an address or a file" })
      .positional("b", { type: "string", demandOption: true, describe: "The newer: an address or a file" })
      .option("semantics", {
        type: "string",
        choices: ["record", "set"],
        describe: "What writers write (record, the default), or all a schema accepts",
      }),
  async run(args, io) {
    const { judge, rollOut } = await import("../../compat/judge.ts");
    const [a, b] = [
      await sideOf(requiredText(args, "a"), args, io),
      await sideOf(requiredText(args, "b"), args, io),
    ];
    const semantics: Semantics = text(args, "semantics") === "set" ? "set" : "record";
    const before = { ...a, withdrawn: false, barrier: false };
    const judged = within(limits.compare, () =>
      judge({
        subject: subjectOf(b.address),
        policy: "full",
        history: [before],
        next: b,
        semantics,
      }),
    );
    if (judged === outOfTime) {
      throw new WaybillError("MALFORMED", `comparing the two takes ${longerThan(limits.compare)}`, {
        place: { file: b.address },
        hint: "compare parts of them, or ask `waybill prove` with --budget",
      });
    }
    const { findings, pairs } = judged;
    const [pair] = pairs;
    const verdicts = { backward: pair?.backward, forward: pair?.forward };
    const order = pair === undefined ? undefined : rollOut(pair);
    const compatible = Object.values(verdicts).every((verdict) => verdict?.verdict === "compatible");
    if (flag(args, "json")) {
      const answer = {
        format: "waybill.diff/1",
        from: a.address,
        to: b.address,
        semantics,
        ...verdicts,
        rollOut: order ?? null,
        changes: pair?.changes ?? [],
        findings,
      };
      io.out(`${JSON.stringify(answer, null, 2)}\n`);
    } else {
      const { textReport } = await import("../../report/index.ts");
      const placed = findings.map((finding) => inPlace(finding, a, b));
      if (placed.length > 0) io.out(textReport(placed, { color: io.color, width: io.width }));
      for (const direction of ["backward", "forward"] as const) io.out(line(direction, verdicts[direction]));
      if (order !== undefined) io.out(`roll-out: ${orders[order]}\n`);
    }
    return compatible ? exitCode.clean : exitCode.foundWanting;
  },
};

const orders = {
  any: "in any order",
  "readers-first": "readers first",
  "writers-first": "writers first",
  none: "no order works",
} as const;
const says: Readonly<Record<Direction, string>> = {
  backward: "old data, new reader",
  forward: "new data, old reader",
};

function line(direction: Direction, verdict: Verdict | undefined): string {
  const word =
    verdict === undefined
      ? "not judged"
      : verdict.verdict === "undecided"
        ? `undecided: ${terminal(verdict.reason)}`
        : verdict.verdict;
  return `${says[direction]}: ${word}\n`;
}

function inPlace(finding: Finding, a: Side, b: Side): Finding {
  if (finding.newPointer !== null) return { ...finding, ...b.document.place(finding.newPointer) };
  return { ...finding, ...a.document.place(finding.oldPointer ?? "") };
}

function subjectOf(address: string): string {
  return address.replace(/@.*$/, "");
}
