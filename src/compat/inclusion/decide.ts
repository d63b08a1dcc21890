import { WaybillError } from "../../errors.ts";
import { evaluator } from "../../evaluate/index.ts";
import { formats as ownFormats } from "../../formats/index.ts";
import type { Dialect, Json, Schema, Semantics, Verdict } from "../../model.ts";
import { indexSchema, type SchemaIndex } from "../../schema/resources.ts";
import { makeAjvOracle } from "./ajv-oracle.ts";
import { advised } from "./advice.ts";
import { type Arena, makeArena } from "./arena.ts";
import { confirm, type Judges } from "./confirm.ts";
import type { Literal } from "./formula.ts";
import type { FormatTests } from "./holds.ts";
import { mergeRecursion } from "./merge-recursion.ts";
import { metaSchemas } from "./meta-schemas.ts";
import type { Oracle } from "./oracle.ts";
import { findPlaces, type Place } from "./places.ts";
import { type RuleName, rulesExcept } from "./rules.ts";
import { makeSolver } from "./solve/solver.ts";
import { type Origins, translate } from "./translate.ts";
import { makeTypeBoxOracle } from "./typebox-oracle.ts";
import { writtenBy } from "./written.ts";

export interface DecideOptions {
  /** For schemas that declare none; 2020-12 where absent. */
  readonly dialect?: Dialect;
  /** For each side, where they differ. */
  readonly oldDialect?: Dialect;
  readonly nextDialect?: Dialect;
  readonly semantics?: Semantics;
  /** `assert` by the tests of `formats/`; `annotate`, the default, lets every format pass. */
  readonly formats?: "assert" | "annotate";
  /** Steps of the search, not time: the same question always ends the same way. */
  readonly budget?: number;
  /** Hears once, after its search, how many steps a question took, states of automata among them. */
  readonly onSpent?: (steps: number) => void;
  /** The second opinion on every witness; TypeBox's compiler or Ajv where absent. */
  readonly oracle?: Oracle;
  /** Asked where that one dissents: a witness then needs its agreement, or a known reason. */
  readonly second?: Oracle;
  /** Documents that references may reach, by URI; the published meta-schemas are always there. */
  readonly remotes?: ReadonlyMap<string, Schema>;
  /** Solver rules to leave out: for tests that show each one matters. */
  readonly without?: ReadonlySet<RuleName>;
}

/** Begins the reason where a schema cannot be read by any validator: no question was asked. */
export const malformed = "malformed: ";
export const defaultBudget = 200_000;
const depthLimit = 600;
const none: FormatTests = new Map();
const ajv = makeAjvOracle();
const typebox = makeTypeBoxOracle();

/**
 * Whether every document `old` accepts is accepted by `next`: proved, refuted by a confirmed witness, or undecided with
 * the reason. Pure and deterministic: no files, no clock.
 */
export function decide(old: Schema, next: Schema, options: DecideOptions = {}): Verdict {
  for (const schema of [old, next]) {
    if (isDeeper(schema, depthLimit))
      return undecided(`a schema nested deeper than ${depthLimit} levels`, "");
    if (holdsNoJson(schema)) return undecided(`${malformed}a number that is none in JSON`, "");
  }
  try {
    return decideBounded(old, next, options);
  } catch (error) {
    if (error instanceof WaybillError)
      return undecided(`${malformed}${error.message}`, error.place.pointer ?? "");
    if (error instanceof RangeError) return undecided("the schemas need more room than there is", "");
    throw error;
  }
}

function decideBounded(old: Schema, next: Schema, options: DecideOptions): Verdict {
  const formats = options.formats === "assert" ? ownFormats : none;
  const remotes = options.remotes === undefined ? metaSchemas : new Map([...metaSchemas, ...options.remotes]);
  const indexOf = (schema: Schema, dialect: Dialect | undefined) =>
    indexSchema(schema, { dialect: dialect ?? options.dialect, remotes });
  const oldIndex = indexOf(old, options.oldDialect);
  const nextIndex = indexOf(next, options.nextDialect);
  const arena = makeArena();
  const origins: Origins = new Map();
  const without = options.without ?? new Set();
  const rules = rulesExcept(without);

  const both = translateBoth(oldIndex, nextIndex, arena, formats, origins, options.semantics ?? "set");
  if ("verdict" in both) return both;
  const [held = 1, wanted = 1] = rules.on("recursion is merged")
    ? mergeRecursion(arena, both.roots)
    : both.roots;
  if (held === wanted && rules.on("identical literals clash")) return { verdict: "compatible" };

  const solver = makeSolver(arena, { formats, rules, budget: options.budget ?? defaultBudget });
  const outcome = solver.context.solve([held, -wanted]);
  options.onSpent?.(solver.spent() + solver.searched());
  if (outcome.kind === "empty") return { verdict: "compatible" };
  const judges = judgesOf(oldIndex, nextIndex, formats, remotes, options);
  if (outcome.kind === "witness") {
    const verdict = confirm(outcome.value, judges);
    if (verdict !== undefined) return verdict;
    if (!solver.context.spend(0)) return undecided("the step budget ran out", "");
    const { old, next, admits } = judges;
    const separates = old.evaluator.accepts(outcome.value) && !next.evaluator.accepts(outcome.value);
    if (separates && !admits(outcome.value))
      return undecided("what writers may write is only known roughly", "");
    return undecided("the validators do not confirm the witness that was found", "");
  }
  return undecided(outcome.reason, placeOf(outcome.at, origins));
}

function judgesOf(
  oldIndex: SchemaIndex,
  nextIndex: SchemaIndex,
  formats: FormatTests,
  remotes: ReadonlyMap<string, Schema>,
  options: DecideOptions,
): Judges {
  const side = ({ root: { schema, dialect } }: SchemaIndex) => ({
    schema,
    dialect,
    evaluator: evaluator(schema, {
      dialect,
      remotes,
      formats: formats.size > 0 ? "assert" : "annotate",
      formatTests: formats,
    }),
  });
  const old = side(oldIndex);
  const admits = options.semantics === "record" ? old.evaluator.mayWrite : () => true;
  return {
    old,
    next: side(nextIndex),
    formats,
    oracle: options.oracle ?? ajv,
    quick: options.oracle === undefined ? typebox : undefined,
    second: options.second ?? (options.oracle === undefined ? typebox : undefined),
    admits,
  };
}

function translateBoth(
  old: SchemaIndex,
  next: SchemaIndex,
  arena: Arena,
  formats: FormatTests,
  origins: Origins,
  semantics: Semantics,
): Verdict | { readonly roots: readonly Literal[] } {
  const sides: { readonly root: Place; readonly literalOf: (place: Place) => Literal }[] = [];
  let used = 0;
  for (const index of [old, next]) {
    const places = findPlaces(index, used);
    used += places.all.length;
    if (places.tooMany) return undecided("too many schemas", "");
    if (places.endless !== undefined) {
      return undecided("a reference reaches itself without descending", places.endless.located.pointer);
    }
    const done = translate(places.all, arena, formats, origins);
    sides.push({ root: places.root, literalOf: (place) => done.get(place)?.literal ?? 1 });
  }
  const roots = sides.map(({ root, literalOf }) => literalOf(root));
  const [writer] = sides;
  if (semantics === "record" && writer !== undefined) {
    const said = writtenBy(writer.root, writer.literalOf, arena, used);
    roots[0] = arena.and([roots[0] ?? 1, said]);
  }
  return { roots };
}

function undecided(reason: string, pointer: string): Verdict {
  return { verdict: "undecided", reason: advised(reason), pointer };
}

function placeOf(at: Literal | undefined, origins: Origins): string {
  return (at === undefined ? undefined : origins.get(Math.abs(at))) ?? "";
}

/** `JSON.parse` reads 1e400 as Infinity. */
function holdsNoJson(value: Json): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNoJson);
}

/** Measured without recursion, so that depth itself cannot hurt. */
function isDeeper(value: Json, limit: number): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}
