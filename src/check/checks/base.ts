import { type Policy, policies } from "../../compat/policy.ts";
import type { Finding, PolicyName, Registry } from "../../model.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";
import { settingsFromBase } from "../settings-from-base.ts";

/** Nothing that the base had published was changed, and no rule was loosened in the same pull request. */
export const base: Check = {
  name: "base",
  summary: "what the base of --against had published still stands",
  run: ({ registry, config, loosened = [], base: before }): readonly Finding[] =>
    before === undefined
      ? []
      : [
          ...changedVersions(before, registry),
          ...barriers(before, registry),
          ...settingsFromBase({ config, loosened }),
          ...loosePolicies(before, registry),
        ],
};

function changedVersions(before: Registry, now: Registry): readonly Finding[] {
  return [...before.lock.versions.values()].flatMap((old) => {
    const locked = now.lock.versions.get(old.address);
    const same = locked?.hash === old.hash && old.flags.every((flag) => locked.flags.includes(flag));
    if (same) return [];
    return finding({
      rule: "PUBLISHED_VERSION_CHANGED",
      severity: "error",
      subject: old.address.slice(0, old.address.indexOf("@")),
      to: old.address,
      file: now.lock.file,
      line: locked?.line ?? 1,
      column: 1,
      message: `"${old.address}" is ${locked === undefined ? "gone from the lock" : "another than the base published"}`,
      why: `the base has it as ${old.hash}; messages may name that hash already`,
      fix: "run `waybill publish --rebase <base>`, which keeps the base's versions and renumbers yours",
      fragments: [old.hash],
    });
  });
}

/** A barrier ends the look-back, so it may come only from a break that the base accepts. */
function barriers(before: Registry, now: Registry): readonly Finding[] {
  const today = new Date().toISOString().slice(0, 10);
  const standing = [...before.accepted.values()].filter(({ expires }) => expires >= today);
  const accepted = new Set(standing.map(({ subject }) => subject));
  return [...now.lock.versions.values()].flatMap(({ address, flags, line }) => {
    const subject = address.slice(0, address.indexOf("@"));
    const had = before.lock.versions.get(address)?.flags.includes("barrier") ?? false;
    const published = before.lock.versions.has(address);
    if (!flags.includes("barrier") || had || (accepted.has(subject) && !published)) return [];
    return finding({
      rule: "BARRIER_NOT_ACCEPTED",
      severity: "error",
      subject,
      to: address,
      file: now.lock.file,
      line,
      column: 1,
      message: `"${address}" is marked as a barrier, and the base accepts no break of its subject`,
      why: "what comes before a barrier is not looked back at; a pull request may not excuse itself",
      fix: "accept the break first, in a pull request of its own, or restore the lock from git",
      fragments: [address],
    });
  });
}

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

function loosePolicies(before: Registry, now: Registry): readonly Finding[] {
  return [...now.subjects.values()]
    .filter(({ address, policy }) => policyOf(address, policy, before) !== policy)
    .flatMap(({ address, namespace, policy }) => {
      const document = now.namespaces.get(namespace)?.document;
      if (document === undefined) return [];
      return finding({
        rule: "POLICY_FROM_BASE",
        severity: "info",
        subject: address,
        ...at(document, "/policy"),
        message: `policy "${policy}" asks for less than the base's, which holds in this comparison`,
        why: "a pull request may not loosen the rules it is judged by",
        fix: "merge the looser policy first, in a pull request of its own",
      });
    });
}
