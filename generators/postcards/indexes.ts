import type { Unit } from "../../src/generate/contract.ts";
import { compileTemplate, type Escaped, ours } from "../../src/generate/templates.ts";
import type { GeneratedFile } from "../../src/model.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { brief } from "./brief.ts";
import { tidy } from "./card.ts";
import { shortHash } from "./evolution.ts";
import { code, text } from "./markdown.ts";
import { namespaceNotes } from "./namespace-notes.ts";
import { link, openPage, prose } from "./page.ts";
import { preamble } from "./template.ts";

/** A page that lists pages: what is in the registry, in a namespace, in a subject. */
interface Index {
  readonly heading: Escaped;
  readonly introduction: Escaped;
  readonly columns: Escaped;
  readonly rule: Escaped;
  readonly lines: readonly Escaped[];
  readonly notes: readonly Escaped[];
}

const renderIndex = compileTemplate<Index>(`${preamble}
# {{heading}}

{{introduction}}

{{columns}}
{{rule}}
{{#each lines}}
{{this}}
{{/each}}

{{#each notes}}
- {{this}}
{{/each}}
`);

/** `README.md` of the registry, of each namespace and of each subject. */
export function indexPages(units: readonly Unit[]): readonly GeneratedFile[] {
  const namespaces = groupBy(units, (unit) => unit.namespace);
  const subjects = groupBy(units, (unit) => unit.subject);
  return [
    { path: "README.md", text: tidy(registryPage(namespaces)) },
    ...[...namespaces].map(([name, held]) => ({
      path: `${name}/README.md`,
      text: tidy(namespacePage(name, held)),
    })),
    ...[...subjects].map(([name, held]) => ({
      path: `${name}/README.md`,
      text: tidy(subjectPage(name, held)),
    })),
  ];
}

function registryPage(namespaces: ReadonlyMap<string, readonly Unit[]>): string {
  return renderIndex({
    heading: ours`Postcards`,
    introduction: ours`One page for each version of each subject.`,
    notes: [],
    columns: ours`| namespace | | subjects |`,
    rule: ours`| --- | --- | --- |`,
    lines: [...namespaces].map(
      ([name, held]) =>
        ours`| ${link(name, `${name}/README.md`)} | ${text(held[0]?.namespaceTitle ?? "")} | ${newestOf(held).length} |`,
    ),
  });
}

function namespacePage(name: string, units: readonly Unit[]): string {
  return renderIndex({
    heading: ours`${text(name)}: ${text(units[0]?.namespaceTitle ?? "")}`,
    introduction: text(stringOf(units[0], "description")),
    notes: namespaceNotes(units[0]?.settings ?? {}),
    columns: ours`| subject | latest | what it is | kinds |`,
    rule: ours`| --- | --- | --- | --- |`,
    lines: newestOf(units).map((unit) => {
      const kinds = unit.binding === undefined ? ours`` : ours`${Object.keys(unit.binding.map).length}`;
      return ours`| ${link(unit.name, `${unit.name}/v${unit.number}.md`)} | v${unit.number} | ${summary(unit)} | ${kinds} |`;
    }),
  });
}

function subjectPage(subject: string, units: readonly Unit[]): string {
  const [newest] = newestOf(units);
  return renderIndex({
    heading: text(subject),
    introduction: newest === undefined ? ours`` : summary(newest),
    notes: [],
    columns: ours`| version | hash | |`,
    rule: ours`| --- | --- | --- |`,
    lines: units
      .toSorted((a, b) => b.number - a.number)
      .map((unit) => {
        const state = unit.withdrawn ? ours`withdrawn` : unit.latest ? ours`latest` : ours``;
        return ours`| ${link(`v${unit.number}`, `v${unit.number}.md`)} | ${code(shortHash(unit.hash))} | ${state} |`;
      }),
  });
}

/** The latest version of each subject; of one whose versions are all withdrawn, the last. */
function newestOf(units: readonly Unit[]): readonly Unit[] {
  return [...groupBy(units, (unit) => unit.subject).values()].flatMap((held) => {
    const newest = held.find((unit) => unit.latest) ?? held.toSorted((a, b) => a.number - b.number).at(-1);
    return newest === undefined ? [] : [newest];
  });
}

function summary(unit: Unit): Escaped {
  const page = openPage(unit);
  const said =
    prose(page, page.index.root, "description") ?? prose(page, page.index.root, "title") ?? unit.name;
  return text(brief(said, 12));
}

function stringOf(unit: Unit | undefined, name: string): string {
  const value = unit !== undefined && isObject(unit.settings) ? own(unit.settings, name) : undefined;
  return typeof value === "string" ? value : "";
}

function groupBy(units: readonly Unit[], key: (unit: Unit) => string): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = key(unit);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [unit]);
    else group.push(unit);
  }
  return groups;
}
