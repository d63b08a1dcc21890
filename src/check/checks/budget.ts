import { overBudget, pageBudget } from "../../generate/budget.ts";
import { knownFiles } from "../../generate/known-files.ts";
import { runTargets } from "../../generate/run.ts";
import { targetsOf } from "../../generate/targets.ts";
import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { finding } from "../finding.ts";
import { unitsIn } from "../units.ts";

/** Seed 000: "each section fits on roughly one page". */
export const budget: Check = {
  name: "budget",
  summary: "every section of a postcard fits on a page",
  async run(context): Promise<readonly Finding[]> {
    const { config, memory } = context;
    const targets = targetsOf(config).filter(({ generator }) => generator.name === "postcards");
    const options = config.targets.get("postcards") ?? {};
    const limit = (name: "maxLines" | "maxWords") => {
      const value = Object.hasOwn(options, name) ? options[name] : undefined;
      return typeof value === "number" ? value : pageBudget[name];
    };
    const limits = { maxLines: limit("maxLines"), maxWords: limit("maxWords") };
    const files = await runTargets(targets, unitsIn(context), memory && knownFiles(memory, config.out));
    // Indexes grow with the registry; only the pages of versions are held to a page.
    const pages = files.filter(({ path }) => /\/v\d+\.md$/.test(path));
    return pages.flatMap(({ path, text }) =>
      overBudget(text, limits).map(({ section, lines, words, overrun }) =>
        finding({
          rule: "POSTCARD_OVER_BUDGET",
          severity: "error",
          subject: path.split("/").slice(1, 3).join("/"),
          file: `${config.outShown}/${path}`,
          line: 1,
          column: 1,
          message: `section "${section}" is ${overrun} (${lines} lines, ${words} words)`,
          why: `a section holds at most ${limits.maxLines} lines and ${limits.maxWords} words; a schema that outgrows its page has outgrown its readers`,
          fix: "move members into a subject of their own, or shorten descriptions",
          fragments: [path, section],
        }),
      ),
    );
  },
};
