import { describe, expect, it } from "vitest";
import { decide, ruleNames } from "../../../src/compat/inclusion/index.ts";
import { cases } from "./cases.ts";

function verdicts(without: ReadonlySet<(typeof ruleNames)[number]>): readonly string[] {
  return cases.flatMap(({ dialect, formats, semantics, old, new: next, budget = 20_000 }) =>
    [
      decide(old, next, { dialect, formats, semantics, without, budget }),
      decide(next, old, { dialect, formats, semantics, without, budget }),
    ].map(({ verdict }) => verdict),
  );
}

describe("every solver rule is guarded by a fixture", () => {
  const whole = verdicts(new Set());

  it.each(ruleNames)("%s", (rule) => {
    const less = verdicts(new Set([rule]));
    const changed = less.filter((verdict, index) => verdict !== whole[index]);
    expect(changed.length, "no fixture notices").toBeGreaterThan(0);
    // Without a rule the engine knows less; it never says something else.
    for (const verdict of changed) expect(verdict).toBe("undecided");
  });
});
