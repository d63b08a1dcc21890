import { alive } from "../limits/index.ts";
import type { Lineages } from "../migrate/index.ts";
import type { Example, Json, Registry, Subject, Version } from "../model.ts";
import { parseUrn } from "../registry/address.ts";
import { bindingOf } from "../registry/binding.ts";
import { latestVersion } from "../registry/candidates.ts";
import { endedBy } from "../registry/ended-examples.ts";
import { freeze } from "../registry/freeze.ts";
import { isFrozenAs } from "../registry/is-frozen-as.ts";
import { directPins, pinsOf } from "../registry/pins.ts";
import type { Dependency, Unit } from "./contract.ts";

/** Every frozen version as generators see it, in address order; with the declared upgrades, where they are given. */
export function unitsOf(registry: Registry, lineages?: Lineages["bySubject"]): readonly Unit[] {
  const units: Unit[] = [];
  for (const subject of registry.subjects.values()) {
    alive();
    const latest = latestVersion(subject);
    const ladder = lineages?.get(subject.address)?.ladder;
    const ended = endedBy(subject, registry);
    for (const version of subject.versions) {
      const shown = examplesOf(registry, subject, version, version === latest, ended.get(version));
      units.push(unitOf(registry, subject, version, version === latest, shown, ladder));
    }
  }
  return units;
}

function unitOf(
  registry: Registry,
  subject: Subject,
  version: Version,
  latest: boolean,
  examples: Unit["examples"],
  ladder: Unit["ladder"],
): Unit {
  const namespace = registry.namespaces.get(subject.namespace);
  return {
    address: version.address,
    subject: subject.address,
    namespace: subject.namespace,
    name: subject.name,
    number: version.number,
    latest,
    withdrawn: version.withdrawn,
    barrier: version.barrier,
    stage: subject.stage,
    dialect: version.dialect,
    schema: version.schema,
    prose: latest ? proseOf(registry, subject, version) : version.schema,
    hash: version.hash,
    get shape() {
      return version.shape;
    },
    dependencies: dependenciesOf(registry, version),
    binding: bindingOf(version.schema),
    examples,
    invalidExamples: latest
      ? subject.invalidExamples.map(({ instance, keyword, pointer, why }) => ({
          instance,
          keyword,
          pointer,
          why,
        }))
      : [],
    namespaceTitle: namespace?.title ?? subject.namespace,
    policy: subject.policy,
    settings: namespace?.settings ?? {},
    history: historyOf(subject),
    ...(ladder !== undefined && { ladder }),
  };
}

const histories = new WeakMap<Subject, Unit["history"]>();

/** One list for all versions of a subject: each names all the others. */
function historyOf(subject: Subject): Unit["history"] {
  const before = histories.get(subject);
  if (before !== undefined) return before;
  const made = subject.versions.map(({ address, number, hash, withdrawn }) => ({
    address,
    number,
    hash,
    withdrawn,
  }));
  histories.set(subject, made);
  return made;
}

/** The draft, while what it asserts is what the version asserts; else the version itself. */
function proseOf(registry: Registry, subject: Subject, version: Version): Unit["prose"] {
  const { draft } = subject;
  if (draft === undefined || isFrozenAs(draft.schema, version.schema, version.dialect)) return version.schema;
  const pinned = directPins(version.schema, version.dialect);
  const pin = (address: string) =>
    registry.subjects.get(address)?.versions.find(({ number }) => number === pinned.get(address));
  try {
    const frozen = freeze(subject, draft, version.number, pin);
    return frozen.shape === version.shape ? frozen.schema : version.schema;
  } catch {
    // A draft that refers to what the version does not pin asserts something else; `check` says what is wrong with it.
    return version.schema;
  }
}

function dependenciesOf(registry: Registry, version: Version): ReadonlyMap<string, Dependency> {
  const found = new Map<string, Dependency>();
  for (const { urn, address } of pinsOf(version.schema, version.dialect)) {
    const parsed = parseUrn(urn);
    const hash = registry.lock.versions.get(address)?.hash;
    if (parsed?.version === undefined || hash === undefined) continue;
    const [namespace = "", name = ""] = parsed.subject.split("/");
    const stage = registry.subjects.get(parsed.subject)?.stage ?? "stable";
    found.set(urn, { id: urn, address, namespace, name, number: parsed.version, hash, stage });
  }
  return found;
}

/** The newest version shows what is new as well; every version only what it accepts or ought to. */
function examplesOf(
  { lock, root }: Registry,
  subject: Subject,
  { number }: Version,
  latest: boolean,
  ended: ReadonlySet<Example> | undefined,
): readonly Json[] {
  const shown = subject.validExamples.filter((example) => {
    if (ended?.has(example)) return false;
    const by = lock.examples.get(example.document.file.slice(root.length + 1))?.acceptedBy;
    return latest || (by !== undefined && Number(by.slice(by.indexOf("@") + 1)) <= number);
  });
  return shown.map(({ instance }) => instance);
}
