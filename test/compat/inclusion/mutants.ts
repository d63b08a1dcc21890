/** One wrong way to write a line of the solver. `find` stands there exactly once. */
export interface Mutant {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const wrong = (file: string, find: string, put: string): Mutant => ({ file, find, put });

/** Each makes the emptiness side too eager or too blind: some pair must then be called compatible that is not, or worse. */
export const mutants: readonly Mutant[] = [
  wrong(
    "solve/range.ts",
    "return side > 0 || (side === 0 && (low.exclusive",
    "return side >= 0 || (side === 0 && (low.exclusive",
  ),
  wrong(
    "solve/range.ts",
    "if (side > 0 || (side === 0 && bound.exclusive)) range.low",
    "if (side < 0 || (side === 0 && bound.exclusive)) range.low",
  ),
  wrong(
    "solve/range.ts",
    "if (side < 0 || (side === 0 && bound.exclusive)) range.high",
    "if (side > 0 || (side === 0 && bound.exclusive)) range.high",
  ),
  wrong(
    "solve/number.ts",
    "range.gaps.some((gap) => isMultiple(step, gap))",
    "range.gaps.some((gap) => isMultiple(gap, step))",
  ),
  wrong("solve/number.ts", "floor(divide(low.value, step)) + 1n", "floor(divide(low.value, step)) + 2n"),
  wrong("solve/number.ts", "ceil(divide(high.value, step)) - 1n", "ceil(divide(high.value, step)) - 2n"),
  wrong(
    "solve/range.ts",
    "lcm(range.step, node.divisor)",
    "lcm(lcm(range.step, node.divisor), rational(5n))",
  ),
  wrong(
    "solve/range.ts",
    "else lower(range, { value: node.bound, exclusive: !node.exclusive })",
    "else lower(range, { value: node.bound, exclusive: true })",
  ),
  wrong(
    "solve/range.ts",
    "else raise(range, { value: node.bound, exclusive: !node.exclusive })",
    "else raise(range, { value: node.bound, exclusive: true })",
  ),
  wrong(
    "solve/number.ts",
    "if (!fits(range, low.value)) return empty",
    "if (fits(range, low.value)) return empty",
  ),

  wrong(
    "solve/string.ts",
    "Math.min(wanted.maxLength, node.count - 1)",
    "Math.min(wanted.maxLength, node.count - 2)",
  ),
  wrong(
    "solve/string.ts",
    "Math.max(wanted.minLength, node.count + 1)",
    "Math.max(wanted.minLength, node.count + 2)",
  ),
  wrong(
    "solve/string.ts",
    "if (wanted.minLength > wanted.maxLength) return empty",
    "if (wanted.minLength >= wanted.maxLength) return empty",
  ),
  wrong("solve/string.ts", "(held || knowledge?.exact)", "(held || knowledge !== undefined)"),
  wrong("regex/shortest-word.ts", ": !dfa.universal(state)", ": !dfa.accepts(state)"),
  wrong("regex/shortest-word.ts", ">= query.maxLength) return", ">= query.maxLength - 1) return"),
  wrong(
    "regex/shortest-word.ts",
    "for (const cut of dfa.cuts) cuts.add(cut)",
    "for (const cut of dfa.cuts) cuts.add(cut - cut)",
  ),
  wrong("regex/shortest-word.ts", "length < query.minLength &&", "length <= query.minLength &&"),
  wrong(
    "regex/dfa.ts",
    "if (thread.at === nfa.rest && thread.duties.length === 0)",
    "if (thread.at === nfa.rest)",
  ),
  wrong(
    "regex/dfa.ts",
    "if (dfa.universal(duty.state)) return negate ? undefined : duties",
    "if (dfa.universal(duty.state)) return undefined",
  ),
  wrong(
    "regex/dfa.ts",
    "if (dfa.dead(duty.state)) return negate ? duties : undefined",
    "if (dfa.dead(duty.state)) return undefined",
  ),
  wrong("regex/dfa.ts", "!== nfa.assertions[assertion]?.negate", "=== nfa.assertions[assertion]?.negate"),
  wrong("regex/nfa.ts", "count < max && sound", "count < max - 1 && sound"),
  wrong(
    "regex/nfa.ts",
    "to === -1 || !ends.floatEnd ? final : rest",
    "to === -1 || ends.floatEnd ? final : rest",
  ),

  wrong("solve/object-parts.ts", "Math.min(max, node.count - 1)", "Math.min(max, node.count - 2)"),
  wrong("solve/object-parts.ts", "Math.max(min, node.count + 1)", "Math.max(min, node.count + 2)"),
  wrong("solve/object-parts.ts", "filter(({ region }) => covers(region, name))", "filter(() => true)"),
  wrong("solve/object.ts", "parts.has.size > parts.max", "parts.has.size >= parts.max"),
  wrong("solve/object.ts", ": parts.mentioned;", ": [];"),
  wrong("solve/object.ts", "if (!inClass(region, from.matches)) continue;", "continue;"),
  wrong("solve/object.ts", "yield slots.with(held, joined)", "yield slots"),
  wrong(
    "solve/object.ts",
    'if (context.solve(joined.value).kind !== "empty") yield slots.with(index, joined);',
    "",
  ),
  wrong(
    "solve/name-classes.ts",
    "return !region.patterns.some((source) => matches.has(source));",
    "return true;",
  ),
  wrong("solve/name-classes.ts", "grow(index + 1, [...matches, source], [...name, pattern])", "true"),
  wrong(
    "solve/write-object.ts",
    "if (slots.length > parts.max) return empty",
    "if (slots.length >= parts.max) return empty",
  ),
  wrong("solve/write-object.ts", "if (members.has(name) || parts.lacks.has(name) ||", "if (true ||"),
  wrong(
    "solve/write-object.ts",
    'if (value.kind === "empty") continue;\n    const taken',
    "continue;\n    const taken",
  ),

  wrong("solve/array-parts.ts", "Math.min(max, node.count - 1)", "Math.min(max, node.count - 2)"),
  wrong("solve/array-parts.ts", "Math.max(min, node.count + 1)", "Math.max(min, node.count + 2)"),
  wrong("solve/array-parts.ts", "limit(node.count - 1, node.of)", "limit(node.count - 2, node.of)"),
  wrong("solve/array-parts.ts", "count: node.count + 1, of: node.of", "count: node.count + 2, of: node.of"),
  wrong("solve/array-parts.ts", "filter(({ from }) => from <= index)", "filter(() => true)"),
  wrong(
    "solve/array-parts.ts",
    "if (!held) min = Math.max(min, node.index + 1);",
    "if (!held) min = Math.max(min, node.index + 2);",
  ),
  wrong(
    "solve/array.ts",
    "Math.max(parts.min, parts.prefix) + demanded)",
    "Math.max(parts.min, parts.prefix))",
  ),
  wrong("solve/array.ts", "if (!cell.touched) break;", "break;"),
  wrong("solve/array.ts", "let right = left + 1;", "let right = left + 2;"),
  wrong("solve/array.ts", 'kind === "empty") max = index;', 'kind === "empty") max = index - 1;'),
  wrong("solve/write-array.ts", "rest > caps.reduce", "rest >= caps.reduce"),
  wrong("solve/write-array.ts", "free !== undefined && !unique &&", "free !== undefined &&"),
  wrong(
    "solve/write-array.ts",
    "while (values.length < cells.length)",
    "while (values.length < cells.length - 1)",
  ),
  wrong(
    "solve/write-array.ts",
    "if (other !== undefined && !assign(other, tried)) continue;",
    "if (other !== undefined) continue;",
  ),

  wrong("solve/solver.ts", 'if (leaned >= depth || outcome.kind === "witness") memo.set', "memo.set"),
  wrong("solve/solver.ts", "of literal > 0 ? partsOf(literal) : []", "of partsOf(literal)"),
  wrong("solve/outcome.ts", 'outcome.kind === "unknown" ? 1 : 0', 'outcome.kind === "unknown" ? 0 : 0'),
  wrong("solve/branch.ts", "if (both !== no) clause.push(both);", ""),
  wrong(
    "solve/branch.ts",
    "const clause: Literal[] = [arena.and(of.map((child) => -child))];",
    "const clause: Literal[] = [];",
  ),
  wrong("solve/tags.ts", ".filter(([name]) => present.has(name))", ""),
  wrong("solve/tags.ts", "if (shared > 0 && shared < tag.size) return undefined;", ""),
  wrong(
    "solve/split.ts",
    "best = better(best, search(type, rest, [literal, ...others], goal))",
    "best = better(best, best)",
  ),
  wrong(
    "solve/split.ts",
    'if (alone.kind !== "empty") left.push(literal)',
    'if (alone.kind === "unknown") left.push(literal)',
  ),
  wrong(
    "solve/split.ts",
    "memberLiterals(parts, node.region.name), -node.of]",
    "memberLiterals(parts, node.region.name), node.of]",
  ),

  wrong(
    "arena.ts",
    "node.of.reduce((mask, child) => mask | typesOf(-child), 0)",
    "node.of.reduce((mask, child) => mask & typesOf(-child), anyType)",
  ),
  wrong(
    "arena.ts",
    "(domainOf(node) & mask) === 0) held.delete(literal)",
    "(domainOf(node) & mask) !== mask) held.delete(literal)",
  ),
  wrong("arena.ts", "if (node.count <= 0) return yes;", "if (node.count <= 1) return yes;"),
  wrong("merge-recursion.ts", "classes.get(node.target)", "0"),
  wrong("merge-recursion.ts", "if (numbers.size === count) break;", "break;"),
  wrong(
    "rational.ts",
    "rational((a.over / gcd(a.over, b.over)) * b.over, gcd(a.under, b.under))",
    "rational(a.over * b.over, a.under * b.under)",
  ),
  wrong("holds.ts", "return node.exclusive ? side > 0 : side >= 0", "return side > 0"),
  wrong("holds.ts", "!region.names.has(name) && !region.patterns.some", "!region.patterns.some"),

  wrong(
    "keywords/object.ts",
    'const names = new Set(namesOf(schema, "properties"));',
    "const names = new Set<string>();",
  ),
  wrong(
    "keywords/object.ts",
    "-arena.and([arena.type(types.object), has, -then])",
    "-arena.and([has, -then])",
  ),
  wrong("keywords/array.ts", 'modern ? lengthOf(schema, "prefixItems") : 0', "0"),
  wrong(
    "keywords/array.ts",
    'numberAt(schema, "minContains") : undefined) ?? 1',
    'numberAt(schema, "minContains") : undefined) ?? 0',
  ),
  wrong(
    "keywords/logic.ts",
    "arena.or([-test.literal, then.literal])",
    "arena.or([test.literal, then.literal])",
  ),
  wrong("keywords/number.ts", "const exclusive = site.place", "const exclusive = false && site.place"),
  wrong("keywords/unevaluated.ts", "for (let chosen = 0;", "for (let chosen = 1;"),
  wrong(
    "keywords/unevaluated.ts",
    'evaluated.some((one) => one.names === "all")) return 1;',
    "evaluated.length > 0) return 1;",
  ),

  wrong("declared.ts", "all: said.some(({ all }) => all),", "all: said.every(({ all }) => all),"),
  wrong("declared.ts", "fixed: said.some(({ fixed }) => fixed),", "fixed: false,"),
  wrong("written.ts", "if (!declares || all) return yes;", "if (all) return yes;"),
  wrong("written.ts", "if (below.length > 1 && below.some(({ leftover }) => leftover)) return [];", ""),
  wrong("read-declared.ts", "yield naming(isArray(value) ? value : []);", "yield nothingDeclared;"),
];
