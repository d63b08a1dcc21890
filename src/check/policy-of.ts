import { type Policy, policies } from "../compat/policy.ts";
import type { PolicyName, Registry } from "../model.ts";

/** Whether a policy asks for everything that another asks for. */
function covers(policy: Policy, other: Policy): boolean {
  return (
    other.directions.every((direction) => policy.directions.includes(direction)) &&
    other.forbids.every((rule) => policy.forbids.includes(rule)) &&
    (other.looksBack === "latest" || policy.looksBack === "all") &&
    (!other.tombstones || policy.tombstones)
  );
}

/** The policy a subject is judged by: the base's, unless this side asks for all that it asks for. */
export function policyOf(address: string, policy: PolicyName, before: Registry | undefined): PolicyName {
  const old = before?.subjects.get(address)?.policy;
  return old === undefined || covers(policies[policy], policies[old]) ? policy : old;
}
