import { type Evaluator, equal, evaluator } from "../../evaluate/index.ts";
import { limits, outOfTime, spendEach } from "../../limits/index.ts";
import { type Fixture, type Lineage, loadLineages, type Migration, upgrade } from "../../migrate/index.ts";
import type { Dialect, Finding, Json, Schema, SourceDocument } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import { folderTree } from "../../registry/tree.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";
import { tooCostly } from "../in-time.ts";
import { malformed } from "../malformed.ts";

/** Every declared upgrade does to its fixtures exactly what it says, between schemas that accept both ends. */
export const migrations: Check = {
  name: "migrations",
  summary: "declared upgrades turn each fixture into exactly what stands beside it",
  run({ config, registry, candidates, wanted }): readonly Finding[] {
    const { bySubject, problems } = loadLineages(folderTree(config.registry, config.registryShown), registry);
    const lineages = [...bySubject.values()].filter(({ subject }) => wanted(subject.address));
    const judged = spendEach(
      lineages,
      ({ subject }) => subject,
      limits.judge,
      (lineage) => {
        const candidate = candidates.inOrder.find(({ subject }) => subject === lineage.subject);
        return [
          ...lineage.migrations.flatMap((migration) => judgeMigration(lineage, migration, candidate)),
          ...unledShapes(lineage),
        ];
      },
    );
    const found = lineages.flatMap((lineage, index) => {
      const one = judged[index] ?? [];
      return one === outOfTime ? tooCostly(lineage.subject.address, placeOf(lineage), "its migrations") : one;
    });
    return [...problems.map(malformed), ...found];
  },
};

/** A lineage has at least one file. */
function placeOf({ migrations: [migration], shapes }: Lineage): SourceDocument | undefined {
  return migration?.document ?? [...shapes.values()][0]?.document;
}

interface Judged {
  readonly schema: Schema;
  readonly dialect: Dialect;
}

function schemaAt(
  { subject, shapes }: Lineage,
  name: string | number,
  candidate: Candidate | undefined,
): Judged | undefined {
  if (typeof name === "string") return shapes.get(name);
  const version = subject.versions.find(({ number }) => number === name);
  if (version !== undefined) return version;
  // A version that this pull request is about to publish.
  return candidate?.number === name
    ? { schema: candidate.frozen.schema, dialect: candidate.draft.dialect }
    : undefined;
}

function judgeMigration(
  lineage: Lineage,
  migration: Migration,
  candidate: Candidate | undefined,
): readonly Finding[] {
  const [from, to] = [migration.from, migration.to].map((name) => schemaAt(lineage, name, candidate));
  const missing = from === undefined ? "/from" : to === undefined ? "/to" : undefined;
  if (from === undefined || to === undefined) {
    const end = missing === "/from" ? migration.from : migration.to;
    return [
      finding({
        rule: "MIGRATION_END_UNKNOWN",
        severity: "error",
        subject: lineage.subject.address,
        ...at(migration.document, missing ?? ""),
        message:
          typeof end === "string"
            ? `there is no shape "${end}" in legacy/`
            : `${lineage.subject.address} has no version ${end}`,
        why: "a migration leads from a shape or version that is written down to a version that is published",
        fix: "name a file of legacy/ without its ending, or a version",
        fragments: [String(end)],
      }),
    ];
  }
  const ends = { from: judgeOf(from), to: judgeOf(to) };
  return migration.fixtures.flatMap((fixture) => judgeFixture(lineage, migration, fixture, ends));
}

function judgeOf({ schema, dialect }: Judged): Evaluator {
  return evaluator(schema, { formats: "assert", dialect });
}

function judgeFixture(
  lineage: Lineage,
  migration: Migration,
  { before, after, pointer }: Fixture,
  ends: { readonly from: Evaluator; readonly to: Evaluator },
): readonly Finding[] {
  const say = (
    rule: "MIGRATION_FIXTURE_REJECTED" | "MIGRATION_FIXTURE_DIFFERS",
    place: string,
    message: string,
    why: string,
  ) =>
    finding({
      rule,
      severity: "error",
      subject: lineage.subject.address,
      ...at(migration.document, place),
      message,
      why,
      fix: "mend the steps or the pair, whichever says what was not meant",
      fragments: [String(migration.from), String(migration.to)],
    });
  const rejected = (end: "from" | "to", member: "before" | "after", value: Json): readonly Finding[] => {
    const [first] = ends[end].evaluate(value).errors;
    if (first === undefined) return [];
    const name = migration[end];
    const says = `${first.pointer === "" ? "" : `"${first.pointer}" `}${first.message}`;
    return [
      say(
        "MIGRATION_FIXTURE_REJECTED",
        `${pointer}/${member}${first.pointer}`,
        `${typeof name === "number" ? `version ${name}` : `shape "${name}"`} rejects "${member}": ${says}`,
        "a pair proves an upgrade only where both ends are what they are said to be",
      ),
    ];
  };
  const result = upgrade(before, lineage.ladder, migration.to);
  const made =
    result.unsupported ??
    (result.applied.length === 0
      ? "the migration does not take it: `when` does not hold, or an earlier migration does"
      : difference(result.value, after));
  return [
    ...rejected("from", "before", before),
    ...rejected("to", "after", after),
    ...(made === undefined
      ? []
      : [
          say(
            "MIGRATION_FIXTURE_DIFFERS",
            `${pointer}/after`,
            `"before" does not become "after": ${made}`,
            "what a migration does is what its pairs say, to the last member",
          ),
        ]),
  ];
}

function difference(made: Json, after: Json): string | undefined {
  return equal(made, after) ? undefined : `it becomes ${JSON.stringify(made)}`;
}

function unledShapes({ subject, shapes, migrations }: Lineage): readonly Finding[] {
  return [...shapes.values()]
    .filter(({ name }) => !migrations.some(({ from }) => from === name))
    .map(({ name, document }) =>
      finding({
        rule: "LEGACY_WITHOUT_MIGRATION",
        severity: "error",
        subject: subject.address,
        ...at(document, ""),
        message: `no migration leads from the shape "${name}"`,
        why: "a shape is kept so that its data can be brought up to date",
        fix: `add migrations/${name}.yaml, or remove the shape`,
        fragments: [name],
      }),
    );
}
