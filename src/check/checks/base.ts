import type { Finding, Registry } from "../../model.ts";
import { isAccepted } from "../accept.ts";
import type { Check, CheckContext } from "../context.ts";
import { at, finding } from "../finding.ts";
import { freshVersions } from "../fresh-versions.ts";
import { judgedSubjects } from "../judged.ts";
import { policyOf } from "../policy-of.ts";
import { settingsFromBase } from "../settings-from-base.ts";

/** Nothing that the base had published was changed, and no rule was loosened in the same pull request. */
export const base: Check = {
  name: "base",
  summary: "what the base of --against had published still stands",
  run(context): readonly Finding[] {
    const { registry, config, loosened = [], base: before } = context;
    return before === undefined
      ? []
      : [
          ...changedVersions(before, registry),
          ...droppedExamples(before, registry),
          ...barriers(before, context),
          ...notDrafts(before, context),
          ...withdrawals(before, registry),
          ...settingsFromBase({ config, loosened }),
          ...loosePolicies(before, registry),
        ];
  },
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

/** An example goes from file and lock together only where the base's lock is not asked. */
function droppedExamples(before: Registry, now: Registry): readonly Finding[] {
  return [...before.lock.examples.values()]
    .filter(({ path, hash }) => now.lock.examples.get(path)?.hash !== hash)
    .map(({ path, hash, acceptedBy }) =>
      finding({
        rule: "ACCEPTED_EXAMPLE_DROPPED",
        severity: "error",
        subject: acceptedBy.slice(0, acceptedBy.indexOf("@")),
        to: acceptedBy,
        file: now.lock.file,
        line: now.lock.examples.get(path)?.line ?? 1,
        column: 1,
        message: `the lock does not hold the example "${path}" as the base accepted it`,
        why: "an accepted example is a promise that later versions keep",
        fix: "run `waybill publish --rebase <base>`, which takes the base's lock, and restore the file from there",
        fragments: [path, hash],
      }),
    );
}

/** What is reviewed is the draft, so what is frozen beside it is what it says. */
function notDrafts(before: Registry, { candidates, wanted }: CheckContext): readonly Finding[] {
  return candidates.inOrder
    .filter(({ subject, state }) => state === "changed" && wanted(subject.address))
    .flatMap(({ subject }) => {
      const last = freshVersions(subject, before).findLast(({ withdrawn }) => !withdrawn);
      if (last === undefined) return [];
      return finding({
        rule: "VERSION_NOT_DRAFT",
        severity: "error",
        subject: subject.address,
        to: last.address,
        ...at(last.document, ""),
        message: `"${last.address}" is new on this side and is not what the draft says`,
        why: "what is reviewed is what is frozen",
        fix: `remove it with its line in the lock (\`waybill publish --rebase <base>\` does both and freezes the draft)`,
      });
    });
}

function withdrawals(before: Registry, now: Registry): readonly Finding[] {
  return [...now.lock.versions.values()]
    .filter(
      ({ address, flags }) =>
        flags.includes("withdrawn") &&
        before.lock.versions.get(address)?.flags.includes("withdrawn") === false,
    )
    .map(({ address, line }) =>
      finding({
        rule: "VERSION_WITHDRAWN",
        severity: "info",
        subject: address.slice(0, address.indexOf("@")),
        to: address,
        file: now.lock.file,
        line,
        column: 1,
        message: `"${address}" is withdrawn on this side`,
        why: "once merged, later versions are not held to it any more; in this comparison they are",
        fix: "nothing to do, if that is meant; a withdrawal is not undone",
        fragments: [address],
      }),
    );
}

/** A barrier ends the look-back, so it may come only from a break of exactly this version that the base accepts. */
function barriers(before: Registry, context: CheckContext): readonly Finding[] {
  const { registry: now, wanted } = context;
  return [...now.lock.versions.values()].flatMap(({ address, flags, line }) => {
    const subject = address.slice(0, address.indexOf("@"));
    const had = before.lock.versions.get(address)?.flags.includes("barrier") ?? false;
    if (!flags.includes("barrier") || had || !wanted(subject)) return [];
    const breaks = before.lock.versions.has(address)
      ? []
      : judgedSubjects(context)
          .filter(({ next }) => next === address)
          .flatMap(({ judgement }) => judgement.findings);
    if (breaks.some((found) => isAccepted(found, context))) return [];
    return finding({
      rule: "BARRIER_NOT_ACCEPTED",
      severity: "error",
      subject,
      to: address,
      file: now.lock.file,
      line,
      column: 1,
      message: `"${address}" is marked as a barrier, and the base accepts no break of this version`,
      why: "what comes before a barrier is not looked back at; a pull request may not excuse itself",
      fix: "accept the break first, in a pull request of its own, or restore the lock from git",
      fragments: [address],
    });
  });
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
