import { own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { LintRule } from "./rule.ts";

export const closedObjectUnderAdditive: LintRule = {
  id: "CLOSED_OBJECT_UNDER_ADDITIVE",
  severity: "error",
  summary: "objects stay open where the policy is additive",
  why: "old readers of a closed object reject every member that is added later",
  fix: 'remove the "false"; where closing is the point, say why in waybill.yaml under lint.ignore',
  check({ schema, pointer, candidate }) {
    if (candidate.subject.policy !== "additive") return [];
    return ["additionalProperties", "unevaluatedProperties"]
      .filter((name) => own(schema, name) === false)
      .map((name) => ({
        message: `"${name}": false closes the object under an additive policy`,
        pointer: append(pointer, name),
      }));
  },
};
