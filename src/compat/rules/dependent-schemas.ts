import { changedDependents, dependentSchemas } from "../changes/dependents.ts";
import type { Pair } from "../changes/walk.ts";
import { both, type Found, type Rule } from "./rule.ts";

const job = (more: object) => ({ properties: { by: { type: "string" }, at: { type: "string" } }, ...more });
const asks = (schema: object) => job({ dependentSchemas: { by: schema } });

function* onlyIn(side: "old" | "next", pair: Pair): Generator<Found> {
  const there = dependentSchemas(side === "old" ? pair.next : pair.old);
  for (const [trigger, schemas] of dependentSchemas(pair[side])) {
    for (const { pointer } of schemas.slice(there.get(trigger)?.length ?? 0)) {
      yield {
        message: `a schema where "${trigger}" is present was ${side === "old" ? "removed" : "added"}`,
        oldPointer: side === "old" ? pointer : pair.old.pointer,
        newPointer: side === "next" ? pointer : pair.next.pointer,
      };
    }
  }
}

export const dependentSchemaAdded: Rule = {
  id: "DEPENDENT_SCHEMA_ADDED",
  summary: "documents that hold a member must now follow a schema",
  why: "Old documents may hold the member and not follow the schema, so new readers reject them.",
  fix: "Leave the schema out, and state in the description what goes with the member.",
  effect: "narrows",
  breaks: both,
  mirror: "DEPENDENT_SCHEMA_REMOVED",
  about: "object",
  example: {
    before: job({}),
    after: asks({ required: ["at"] }),
    witness: { by: "" },
    mended: { here: job({ description: "Who writes by writes at." }) },
  },
  find: (pair) => onlyIn("next", pair),
};

export const dependentSchemaRemoved: Rule = {
  id: "DEPENDENT_SCHEMA_REMOVED",
  summary: "documents that hold a member need no longer follow a schema",
  why: "New documents may hold the member and not follow the schema, so old readers reject them.",
  fix: "Keep the schema, or publish without it in {successor}.",
  effect: "widens",
  breaks: both,
  mirror: "DEPENDENT_SCHEMA_ADDED",
  about: "object",
  example: {
    before: asks({ required: ["at"] }),
    after: job({}),
    witness: { by: "" },
    mended: { successor: job({}) },
  },
  find: (pair) => onlyIn("old", pair),
};

export const dependentSchemaChanged: Rule = {
  id: "DEPENDENT_SCHEMA_CHANGED",
  summary: "what documents that hold a member must follow changed",
  why: "Documents that follow one schema need not follow the other.",
  fix: "Keep the schema as it was, or publish the new one in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "DEPENDENT_SCHEMA_CHANGED",
  about: "object",
  coarse: true,
  example: {
    before: asks({ required: ["at"] }),
    after: asks({ maxProperties: 1 }),
    witness: { by: "" },
    mended: { successor: asks({ maxProperties: 1 }) },
  },
  *find(pair) {
    for (const { trigger, old, next } of changedDependents(pair)) {
      const message = `what goes with "${trigger}" changed`;
      yield { message, oldPointer: old.pointer, newPointer: next.pointer };
    }
  },
};
