import type { Config, LintConfig } from "../config/load.ts";
import { pageBudget } from "../generate/budget.ts";
import type { Finding, JsonObject, Severity } from "../model.ts";
import { own } from "../schema/json.ts";
import { finding } from "./finding.ts";
import { lintRules } from "./lint/index.ts";

/** The settings a comparison is judged by, and which of this side's ask for less than they do. */
export interface Settings {
  readonly config: Config;
  readonly loosened: readonly string[];
}

/**
 * Of each setting that can loosen a check the stricter of both sides (the table is `decidesUnderAgainst`); the rest is
 * this side's. @param base undefined where the base says nothing.
 */
export function stricterSettings(head: Config, base: Config | undefined): Settings {
  if (base === undefined) return { config: head, loosened: [] };
  const loosened: string[] = [];
  const pick = <T>(name: string, mine: T, stricter: T): T => {
    if (mine !== stricter) loosened.push(name);
    return stricter;
  };
  const lint = stricterLint(head.lint, base.lint, (name) => void loosened.push(name));
  const config = {
    ...head,
    failOn: pick("check.failOn", head.failOn, least(head.failOn, base.failOn)),
    undecided: pick("check.undecided", head.undecided, most(head.undecided, base.undecided)),
    lint,
    targets: new Map(head.targets),
    former: {
      out: base.outShown,
      targets: [...base.targets.keys()].filter((name) => !head.targets.has(name)),
    },
  };
  const cards = head.targets.get("postcards");
  if (cards !== undefined) {
    const limits = (["maxLines", "maxWords"] as const).map((name) => {
      const [mine, theirs] = [cards, base.targets.get("postcards")].map((from) => limitOf(from, name));
      const smaller = Math.min(mine ?? pageBudget[name], theirs ?? pageBudget[name]);
      return [name, pick(`generate.targets.postcards.${name}`, mine ?? pageBudget[name], smaller)] as const;
    });
    config.targets.set("postcards", { ...cards, ...Object.fromEntries(limits) });
  }
  return { config, loosened };
}

/** One line that says which settings were taken from the base; none where none asks for less. */
export function settingsFromBase({ config, loosened }: Settings): readonly Finding[] {
  if (loosened.length === 0) return [];
  const names = loosened.map((name) => `"${name}"`).join(", ");
  return [
    finding({
      rule: "SETTINGS_FROM_BASE",
      severity: "info",
      file: config.file ?? "waybill.yaml",
      line: 1,
      column: 1,
      message: `${names} ask${loosened.length === 1 ? "s" : ""} for less than the base's, which hold${loosened.length === 1 ? "s" : ""} in this comparison`,
      why: "a pull request may not loosen the rules it is judged by",
      fix: "merge the looser settings first, in a pull request of their own",
      fragments: loosened,
    }),
  ];
}

const order: readonly Severity[] = ["error", "warning", "info"];

/** The threshold that more findings reach. */
function least(a: Severity, b: Severity): Severity {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function most<S extends Severity>(a: S, b: S): S {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

function stricterLint(head: LintConfig, base: LintConfig, tell: (name: string) => void): LintConfig {
  const severity = new Map(head.severity);
  const except = new Set<string>();
  const ignore = new Map<string, ReadonlySet<string>>();
  const told = new Set<string>();
  for (const { id, severity: usual } of lintRules) {
    const mine = head.severity.get(id) ?? usual;
    const both = most(mine, base.severity.get(id) ?? usual);
    if (both !== mine) told.add("lint.severity");
    severity.set(id, both);
    if (head.except.has(id) && base.except.has(id)) except.add(id);
    else if (head.except.has(id)) told.add("lint.except");
    const ignored = head.except.has(id) ? (base.ignore.get(id) ?? none) : (head.ignore.get(id) ?? none);
    const kept = [...ignored].filter(
      (address) => base.except.has(id) || (base.ignore.get(id) ?? none).has(address),
    );
    if (kept.length < ignored.size) told.add("lint.ignore");
    ignore.set(id, new Set(kept));
  }
  for (const name of told) tell(name);
  return { severity, except, ignore };
}

const none: ReadonlySet<string> = new Set();

function limitOf(options: JsonObject | undefined, name: string): number | undefined {
  const value = options === undefined ? undefined : own(options, name);
  return typeof value === "number" ? value : undefined;
}
