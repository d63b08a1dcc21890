import { exitCode, WaybillError } from "../../errors.ts";
import { flag, requiredText } from "../arguments.ts";
import type { Command } from "../command.ts";
import { allRules, type Explained } from "../rules.ts";

export const explain: Command = {
  usage: "explain <rule>",
  summary: "Why a rule exists, with a pair on which it fires and the witness",
  examples: [{ command: "explain REQUIRED_ADDED", means: "what breaks, whom, and how to do it instead" }],
  completes: { rule: "rules" },
  options: (yargs) =>
    yargs.positional("rule", { type: "string", demandOption: true, describe: "A rule, as findings name it" }),
  async run(args, io) {
    const { terminal } = await import("../../escape/index.ts");
    const rule = await ruleNamed(requiredText(args, "rule"));
    const { id, summary, why, fix, example } = rule;
    if (flag(args, "json")) {
      io.out(
        `${JSON.stringify({ format: "waybill.explain/1", id, summary, why, fix, example: example ?? null }, null, 2)}\n`,
      );
      return exitCode.clean;
    }
    io.out(`${id}: ${summary}\n\n  why  ${why}\n  fix  ${fix}\n`);
    if (rule.occurs !== undefined) io.out(`  e.g. ${rule.occurs}\n`);
    if (example !== undefined) {
      io.out(
        `\n  before   ${terminal(JSON.stringify(example.before))}\n  after    ${terminal(JSON.stringify(example.after))}\n`,
      );
      if (example.witness !== undefined) io.out(`  witness  ${terminal(JSON.stringify(example.witness))}\n`);
    }
    return exitCode.clean;
  },
};

async function ruleNamed(name: string): Promise<Explained> {
  const { closest } = await import("../../config/closest.ts");
  const all = await allRules();
  const found = all.find(({ id }) => id === name.toUpperCase());
  if (found !== undefined) return found;
  const suggestion = closest(
    name,
    all.map(({ id }) => id),
  );
  throw new WaybillError("USAGE", `there is no rule "${name}"`, {
    hint: suggestion === undefined ? "see docs/rules.md" : `did you mean "${suggestion}"?`,
  });
}
