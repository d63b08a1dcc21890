/** One of the vocabularies that are mapped onto a subject's. Plain data: generated mappers carry it as it is. */
export interface Source {
  readonly name: string;
  /** Word to kind. */
  readonly map: Readonly<Record<string, string>>;
  /** Why a word of `map` may mean something else. */
  readonly ambiguous: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
  /** For a structured value: its members to parts. Its kind is not known by that. */
  readonly members: Readonly<Record<string, string>>;
  /** The kind that says nobody knows. */
  readonly otherwise: string;
}

export interface Rule {
  readonly pattern: string;
  readonly kind: string;
  /** What the pattern's groups hold, in order. */
  readonly parts: readonly string[];
  readonly confidence: "certain" | "likely";
}

export interface Mapped {
  readonly kind: string;
  /** `none`: no rule names it, and the kind is the one that says so. */
  readonly confidence: "certain" | "likely" | "ambiguous" | "none";
  /** Why it is ambiguous. */
  readonly why?: string;
  /** What the word says beside its kind. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * What a word of a vocabulary means in ours. Never guesses: a word that no entry or rule names is of no known kind, and
 * one that rules of different kinds take is ambiguous.
 */
export function mapWord(source: Source, word: string): Mapped {
  const named = Object.hasOwn(source.map, word) ? source.map[word] : undefined;
  if (named !== undefined) {
    const why = Object.hasOwn(source.ambiguous, word) ? source.ambiguous[word] : undefined;
    return why === undefined
      ? { kind: named, confidence: "certain", parts: {} }
      : { kind: named, confidence: "ambiguous", why, parts: {} };
  }
  const taken = source.rules.flatMap((rule) => {
    const groups = new RegExp(rule.pattern, "u").exec(word);
    return groups === null ? [] : [{ rule, parts: partsOf(rule.parts, groups) }];
  });
  const [first] = taken;
  if (first === undefined) return { kind: source.otherwise, confidence: "none", parts: {} };
  const { kind, confidence } = first.rule;
  const other = taken.find(({ rule }) => rule.kind !== kind);
  return other === undefined
    ? { kind, confidence, parts: first.parts }
    : {
        kind,
        confidence: "ambiguous",
        why: `another rule takes it for ${other.rule.kind}`,
        parts: first.parts,
      };
}

/** The same of any value: a structured one keeps its parts, and is of no known kind. */
export function mapValue(source: Source, value: unknown): Mapped {
  if (typeof value === "string") return mapWord(source, value);
  const parts: [string, string][] = [];
  if (typeof value === "object" && value !== null) {
    for (const [name, held] of Object.entries(value)) {
      const part = Object.hasOwn(source.members, name) ? source.members[name] : undefined;
      if (part !== undefined && typeof held === "string") parts.push([part, held]);
    }
  }
  return { kind: source.otherwise, confidence: "none", parts: Object.fromEntries(parts) };
}

function partsOf(names: readonly string[], groups: readonly (string | undefined)[]): Record<string, string> {
  const parts: [string, string][] = [];
  for (const [index, name] of names.entries()) {
    const held = groups[index + 1];
    if (held !== undefined && held !== "") parts.push([name, held]);
  }
  return Object.fromEntries(parts);
}
