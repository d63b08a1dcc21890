import { evaluate } from "../evaluate/index.ts";
import type { Json, JsonObject, Schema } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { type Condition, readCondition } from "../streams/index.ts";
import { invariantSchema } from "./declaration-schema.ts";

/** A rule of a subject that no schema can hold, with what a program can check of it. */
export interface Invariant {
  /** In words, as postcards show it. */
  readonly rule: string;
  /** Alternatives, each of conditions that must all hold; empty where the rule always holds. */
  readonly when: readonly (readonly Condition[])[];
  readonly test: Test;
}

export type Test =
  /** Where both are there, they are the same value. */
  | { readonly kind: "equal"; readonly first: string; readonly second: string }
  /** Where both are there, the first is not greater: numbers, or RFC 3339 times. */
  | { readonly kind: "ordered"; readonly first: string; readonly second: string }
  /** There, and neither null nor empty. */
  | { readonly kind: "filled"; readonly at: string };

export interface DeclaredInvariants {
  readonly invariants: readonly Invariant[];
  /** Entries that are neither words nor a check as it should be. Pointers start at the schema's root. */
  readonly problems: readonly { readonly pointer: string; readonly message: string }[];
}

/** The checks that the root of a schema declares in `x-invariants`; entries of words alone are for people. */
export function declaredInvariants(schema: Schema): DeclaredInvariants {
  const listed = isObject(schema) ? own(schema, "x-invariants") : undefined;
  const problems: { pointer: string; message: string }[] = [];
  const invariants = (isArray(listed) ? listed : []).flatMap((entry, index): readonly Invariant[] => {
    if (typeof entry === "string") return [];
    const [error] = evaluate(invariantSchema, entry).errors;
    if (error === undefined && isObject(entry)) return [readInvariant(entry)];
    problems.push({
      pointer: `/x-invariants/${index}`,
      message: `a rule is words, or {rule, check}: ${error?.pointer ?? ""} ${error?.message ?? ""}`.trim(),
    });
    return [];
  });
  return { invariants, problems };
}

/** The schema has checked the form. */
function readInvariant(entry: JsonObject): Invariant {
  const check = own(entry, "check");
  const said = isObject(check) ? check : {};
  const when = own(said, "when");
  return {
    rule: String(own(entry, "rule")),
    when: (isArray(when) ? when : when === undefined ? [] : [when]).map(conditionsOf),
    test: testOf(said),
  };
}

function conditionsOf(when: Json): readonly Condition[] {
  return isObject(when) ? Object.entries(when).map(([key, wanted]) => readCondition(key, wanted)) : [];
}

function testOf(said: JsonObject): Test {
  for (const kind of ["equal", "ordered"] as const) {
    const pair = own(said, kind);
    if (isArray(pair)) return { kind, first: String(pair[0]), second: String(pair[1]) };
  }
  return { kind: "filled", at: String(own(said, "filled")) };
}
