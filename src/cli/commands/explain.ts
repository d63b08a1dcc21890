import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import { terminal } from "../../escape/index.ts";
import type { AcceptedBreak, Json } from "../../model.ts";
import { flag, text } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { allRules, type Explained } from "../rules.ts";

export const explain: Command = {
  usage: "explain [rule]",
  summary: "Why a rule exists, with a pair on which it fires, the witness and what works instead",
  examples: [
    { command: "explain", means: "every rule in one line" },
    { command: "explain REQUIRED_ADDED", means: "what breaks, whom, and how to do it instead" },
    { command: "explain ebfe03144ada", means: "an accepted break: who took it on, why, and its rule" },
  ],
  completes: { rule: "rules" },
  options: (yargs) =>
    yargs.positional("rule", {
      type: "string",
      describe: "A rule, as findings name it, or the fingerprint of an accepted break",
    }),
  async run(args, io) {
    const named = text(args, "rule");
    if (named === undefined) return list(args, io);
    const accepted = /^[0-9a-f]{12}$/.test(named) ? await acceptedBreak(named, args, io) : undefined;
    const rule = await ruleNamed(accepted?.rule ?? named);
    if (flag(args, "json")) {
      const { id, summary, why, fix, occurs, example = null } = rule;
      const answer = { format: "waybill.explain/1", id, summary, why, fix, occurs, example };
      io.out(`${JSON.stringify(answer, null, 2)}\n`);
    } else
      io.out([...(accepted ? [tookOn(accepted)] : []), ...said(rule)].map((line) => `${line}\n`).join(""));
    return exitCode.clean;
  },
};

async function list(args: Arguments, io: Io): Promise<ExitCode> {
  const rules = (await allRules()).map(({ id, summary }) => ({ id, summary }));
  if (flag(args, "json")) io.out(`${JSON.stringify({ format: "waybill.rules/1", rules }, null, 2)}\n`);
  else {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, summary } of rules) io.out(`${id.padEnd(width)}  ${summary}\n`);
  }
  return exitCode.clean;
}

function said({ id, summary, why, fix, occurs, example }: Explained): readonly string[] {
  const lines = [`${id}: ${summary}`, "", `  why  ${why}`, `  fix  ${fix}`];
  if (occurs !== undefined) lines.push(`  e.g. ${occurs}`);
  if (example === undefined) return lines;
  const shown = (label: string, value: Json) => `  ${label.padEnd(11)}${terminal(JSON.stringify(value))}`;
  lines.push("", shown("before", example.before), shown("after", example.after));
  if (example.witness !== undefined) lines.push(shown("witness", example.witness));
  const { mended } = example;
  if (mended === undefined) return lines;
  return [...lines, "here" in mended ? shown("instead", mended.here) : shown("next major", mended.successor)];
}

function tookOn({ subject, owner, expires, reason }: AcceptedBreak): string {
  return `${terminal(`accepted on ${subject} by ${owner} until ${expires}: ${reason}`)}\n`;
}

async function acceptedBreak(named: string, args: Arguments, io: Io): Promise<AcceptedBreak> {
  const { openSound } = await import("../open.ts");
  const { registry } = await openSound(args, io);
  const found = registry.accepted.get(named);
  if (found !== undefined) return found;
  throw new WaybillError("USAGE", `no break with the fingerprint "${named}" was accepted`, {
    hint: "`waybill check` shows what it finds, each with its rule; explain the rule",
  });
}

async function ruleNamed(name: string): Promise<Explained> {
  const { closest } = await import("../../config/closest.ts");
  const all = await allRules();
  const id = name.toUpperCase().replaceAll("-", "_");
  const found = all.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const ids = all.map((rule) => rule.id);
  // A name that was left off in the middle is worth more than one spelled alike: the likest may say the opposite.
  const begun = ids.filter((one) => one.startsWith(`${id}_`)).slice(0, 3);
  const suggestion = begun.length > 0 ? begun.join('" or "') : closest(id, ids);
  throw new WaybillError("USAGE", `there is no rule "${name}"`, {
    hint:
      suggestion === undefined
        ? "`waybill explain` lists them; so does docs/rules.md"
        : `did you mean "${suggestion}"?`,
  });
}
