/** Each rule that saves work or decides cases; a test turns them off one by one and watches a fixture change. */
export const ruleNames = [
  "identical literals clash",
  "types rule out branches",
  "each branch of several clauses is probed",
  "members are refuted one by one",
  "tags tell alternatives apart",
  "loops have no least witness",
  "alternatives that overlap are refined",
  "multiples leave gaps",
  "excluded numbers use up an interval",
  "patterns are languages",
  "formats are languages",
  "formats have samples",
  "names form regions",
  "few names fit a region",
  "members of one region may coincide",
  "counted members fill up",
  "items are placed by demand",
  "items are counted by kind",
  "distinct items run out",
  "equal items coincide",
  "recursion is merged",
  "listed values are tried",
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface Rules {
  on(name: RuleName): boolean;
}

export function rulesExcept(off: ReadonlySet<RuleName> = new Set()): Rules {
  return { on: (name) => !off.has(name) };
}
