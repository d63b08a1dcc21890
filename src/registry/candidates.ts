import { WaybillError } from "../errors.ts";
import { askForLess, limits, longerThan, outOfTime, spendEach } from "../limits/index.ts";
import type { Draft, Registry, Subject, Version } from "../model.ts";
import { freeze, type Frozen, type Pinnable } from "./freeze.ts";
import { directPins } from "./pins.ts";
import { subjectReferences } from "./references.ts";

/** What publishing a subject's draft would freeze. */
export interface Candidate {
  readonly subject: Subject;
  readonly draft: Draft;
  /** `changed`: its shape is not the latest version's. Prose edits leave a draft `unchanged`. */
  readonly state: "new" | "changed" | "unchanged";
  readonly number: number;
  readonly frozen: Frozen;
  /** Direct dependencies whose newest version is not the one the latest version pins. */
  readonly stale: readonly string[];
}

export interface Candidates {
  /** Dependencies first. */
  readonly inOrder: readonly Candidate[];
  readonly problems: readonly WaybillError[];
}

/** The newest version that is not withdrawn. */
export function latestVersion(subject: Subject): Version | undefined {
  return subject.versions.findLast((version) => !version.withdrawn);
}

/**
 * Every draft as the version it would become, dependencies first. A changed dependency counts as published:
 * what depends on it is built against its candidate. A cycle between subjects is a problem, not a hang.
 */
export function candidates(
  registry: Registry,
  options: { dependents?: ReadonlySet<string> } = {},
): Candidates {
  const { inOrder, problems } = dependenciesFirst(registry);
  const done = new Map<string, Candidate>();
  const built = spendEach(
    inOrder,
    ({ subject }) => subject,
    limits.judge,
    ({ subject, draft }) => {
      try {
        const republish = options.dependents?.has(subject.address) ?? false;
        done.set(subject.address, candidate(subject, draft, registry, done, republish));
      } catch (error) {
        if (!(error instanceof WaybillError)) throw error;
        problems.push(error);
      }
    },
  );
  for (const [index, { draft }] of inOrder.entries())
    if (built[index] === outOfTime) problems.push(tooCostly(draft));
  return { inOrder: [...done.values()], problems };
}

interface Drafted {
  readonly subject: Subject;
  readonly draft: Draft;
}

/** Every subject with a draft, after those it refers to; those in a circle are left out and said. */
function dependenciesFirst({ subjects }: Registry): {
  readonly inOrder: readonly Drafted[];
  readonly problems: WaybillError[];
} {
  const inOrder: Drafted[] = [];
  const problems: WaybillError[] = [];
  const open: string[] = [];
  const seen = new Set<string>();
  const visit = (address: string): void => {
    const subject = subjects.get(address);
    if (subject?.draft === undefined || seen.has(address)) return;
    const { draft } = subject;
    let circle = false;
    open.push(address);
    for (const reference of subjectReferences(draft.schema, draft.dialect)) {
      if (open.includes(reference.subject)) {
        circle = true;
        const path = [...open.slice(open.indexOf(reference.subject)), reference.subject];
        problems.push(cycle(draft, reference.pointer, path));
      } else visit(reference.subject);
    }
    open.pop();
    seen.add(address);
    if (!circle) inOrder.push({ subject, draft });
  };
  for (const address of subjects.keys()) visit(address);
  return { inOrder, problems };
}

function candidate(
  subject: Subject,
  draft: Draft,
  registry: Registry,
  done: ReadonlyMap<string, Candidate>,
  republish: boolean,
): Candidate {
  const number = (subject.versions.at(-1)?.number ?? 0) + 1;
  const latest = latestVersion(subject);
  const newest = (address: string): Pinnable | undefined => {
    const planned = done.get(address);
    if (planned !== undefined && planned.state !== "unchanged") return pinnable(planned);
    const target = registry.subjects.get(address);
    return target === undefined ? undefined : latestVersion(target);
  };
  if (latest === undefined)
    return {
      subject,
      draft,
      state: "new",
      number,
      frozen: freeze(subject, draft, number, newest),
      stale: [],
    };
  const pinned = directPins(latest.schema, latest.dialect);
  const asBefore = (address: string): Pinnable | undefined => {
    const version = registry.subjects
      .get(address)
      ?.versions.find(({ number }) => number === pinned.get(address));
    return version ?? newest(address);
  };
  const stale = [
    ...new Set(subjectReferences(draft.schema, draft.dialect).map((reference) => reference.subject)),
  ].filter((address) => newest(address)?.number !== asBefore(address)?.number);
  const same = freeze(subject, draft, number, asBefore);
  const changed = same.shape !== latest.shape;
  if (!changed && !(republish && stale.length > 0))
    return { subject, draft, state: "unchanged", number, frozen: same, stale };
  return { subject, draft, state: "changed", number, frozen: freeze(subject, draft, number, newest), stale };
}

function pinnable({ subject, number, frozen, draft }: Candidate): Pinnable {
  return { subject: subject.address, number, schema: frozen.schema, dialect: draft.dialect };
}

function tooCostly({ document }: Draft): WaybillError {
  return new WaybillError("MALFORMED", `freezing it takes ${longerThan(limits.judge)}`, {
    place: document.place(""),
    hint: askForLess(),
  });
}

function cycle(draft: Draft, pointer: string, path: readonly string[]): WaybillError {
  return new WaybillError("MALFORMED", `subjects refer to each other in a circle: ${path.join(" -> ")}`, {
    place: { ...draft.document.place(pointer), pointer },
    hint: "put what they share into a subject of its own, or make one subject of them",
  });
}
