import type { Finding, Schema } from "../model.ts";
import type { Fact } from "./changes/index.ts";
import { type Compared, factsOf } from "./compare.ts";
import { relax } from "./relax.ts";

/** The next schema with what these findings say undone, as far as pointers tell how; the rest of it as it is. */
export function undone(old: Compared, next: Compared, findings: readonly Finding[]): Schema {
  const told = factsOf(old, next).filter((fact) => findings.some((finding) => speaksOf(finding, fact)));
  return told.reduce(
    (schema: Schema, fact) => relax(old.schema, schema, fact, "backward") ?? schema,
    next.schema,
  );
}

/** A rename speaks for its required halves as well. */
function speaksOf({ rule, message, oldPointer, newPointer }: Finding, fact: Fact): boolean {
  if (rule === "PROPERTY_RENAMED" && fact.renamedTo !== undefined) return fact.renamedTo === newPointer;
  return (
    fact.rule === rule &&
    fact.message === message &&
    (fact.oldPointer ?? null) === oldPointer &&
    (fact.newPointer ?? null) === newPointer
  );
}
