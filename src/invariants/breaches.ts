import { equal } from "../evaluate/index.ts";
import type { Json, ValidationError } from "../model.ts";
import { isArray, isObject } from "../schema/json.ts";
import { valueAt } from "../schema/pointer.ts";
import { holds } from "../streams/index.ts";
import type { Invariant, Test } from "./declaration.ts";

/** The declared rules that an instance breaks, in the order declared. */
export function breaches(invariants: readonly Invariant[], instance: Json): readonly ValidationError[] {
  return invariants.flatMap(({ rule, when, test }) => {
    const applies = when.length === 0 || when.some((all) => all.every((one) => holds(one, instance)));
    if (!applies || passes(test, instance)) return [];
    const pointer = test.kind === "filled" ? test.at : test.first;
    return [
      {
        pointer,
        keyword: "x-invariants",
        message: `breaks a rule: ${rule.replace(/\.$/, "")}`,
        params: { rule },
      },
    ];
  });
}

function passes(test: Test, instance: Json): boolean {
  if (test.kind === "filled") return isFilled(valueAt(instance, test.at));
  const [first, second] = [valueAt(instance, test.first), valueAt(instance, test.second)];
  if (first === undefined || second === undefined) return true;
  if (test.kind === "equal") return equal(first, second);
  const [from, to] = [rankOf(first), rankOf(second)];
  // What has no order is the schema's to refuse.
  return from === undefined || to === undefined || from <= to;
}

function isFilled(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (isArray(value)) return value.length > 0;
  return !isObject(value) || Object.keys(value).length > 0;
}

function rankOf(value: Json): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT/i.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
