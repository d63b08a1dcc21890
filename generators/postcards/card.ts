import type { Unit } from "../../src/generate/contract.ts";
import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { brief } from "./brief.ts";
import { caseRows, requiredAtTimes } from "./cases.ts";
import { growing, history, policyWords, references } from "./evolution.ts";
import { chooseExample, fenced } from "./example.ts";
import { handlingColumns, handlingLines, invariantLines } from "./handling.ts";
import { code, text } from "./markdown.ts";
import { membersOf } from "./members.ts";
import { retiredNames } from "./namespace-notes.ts";
import { follow, linkToSubject, openPage, type Page, prose } from "./page.ts";
import { type Row, rowsOf } from "./rows.ts";
import { type Card, type FieldLine, renderCard } from "./template.ts";
import { longEnums, typeWords } from "./type-words.ts";
import { wordLines } from "./vocabulary.ts";

/** The postcard of one version. */
export function renderPostcard(unit: Unit): string {
  const page = openPage(unit);
  return tidy(renderCard(cardOf(page)));
}

/** No blank line twice, one line end at the end. */
export function tidy(markdown: string): string {
  return `${markdown.replace(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}

function cardOf(page: Page): Card {
  const { unit, index } = page;
  const rows = rowsOf(page, index.root);
  const members = membersOf(page, index.root);
  const cases = caseRows(page, members);
  const atTimes = requiredAtTimes(page, members);
  const example = chooseExample(unit.examples);
  const invariants = invariantLines(page, rows);
  const handling = handlingLines(rows);
  const words = wordLines(unit);
  return {
    address: ours`${text(unit.subject)} v${unit.number}`,
    title: text(prose(page, index.root, "title") ?? unit.name),
    description: paragraphs(prose(page, index.root, "description") ?? ""),
    notices: notices(unit),
    facts: facts(unit),
    fields: rows.map((row) => fieldLine(page, row, atTimes)),
    longEnums: longEnums(page, rows),
    noFields: ours`Not an object with named fields: ${typeWords(page, index.root)}.`,
    hasSince: unit.number > 1,
    hasCases: cases.length > 0,
    caseHeading: ours`What depends on what`,
    cases,
    hasForbidden: cases.some(({ forbids }) => forbids !== "–"),
    hasKinds: unit.binding !== undefined,
    kindIntroduction: kindIntroduction(unit),
    kinds: kinds(page),
    hasWords: words.length > 0,
    words,
    hasExample: example !== undefined,
    example: fenced(example ?? ""),
    hasInvariants: invariants.length > 0,
    invariants,
    hasHandling: handling.length > 0,
    handling,
    ...handlingColumns(handling),
    policy: policyWords(unit),
    growing: [...growing(page, rows), ...retiredNames(unit.settings, unit.subject)],
    references: references(unit),
    history: history(unit),
  };
}

function paragraphs(description: string): readonly Escaped[] {
  return description
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map(text);
}

function notices(unit: Unit): readonly Escaped[] {
  const said: Escaped[] = [];
  if (unit.withdrawn) said.push(ours`**Withdrawn.** Do not write this version; readers keep accepting it.`);
  if (unit.barrier === true) {
    said.push(ours`Published over an accepted break: earlier versions and this one do not read each other.`);
  }
  if (!unit.latest && !unit.withdrawn)
    said.push(ours`A newer version exists: see [all versions](README.md).`);
  if (unit.stage === "vocabulary") said.push(ours`Vocabulary: named and documented, no code type yet.`);
  return said;
}

function facts(unit: Unit): Card["facts"] {
  const owners = own(unit.settings, "owners");
  const names = Array.isArray(owners) ? owners.filter((owner) => typeof owner === "string") : [];
  return [
    { name: ours`namespace`, value: ours`${text(unit.namespaceTitle)} (${code(unit.namespace)})` },
    ...(names.length > 0 ? [{ name: ours`owners`, value: joinEscaped(names.map(text), ", ") }] : []),
    { name: ours`dialect`, value: ours`JSON Schema ${text(unit.dialect)}` },
    { name: ours`hash`, value: code(unit.hash) },
  ];
}

/** One field as the page shows it. */
export function fieldLine(page: Page, row: Row, atTimes: ReadonlySet<string>, words?: number): FieldLine {
  const target = follow(page, row.at).at;
  const said =
    prose(page, row.at, "description") ?? prose(page, target, "description") ?? prose(page, row.at, "title");
  const deprecated = isObject(row.at.schema) && own(row.at.schema, "deprecated") === true;
  const meaning = said === undefined ? ours`–` : text(brief(said, words));
  return {
    field: code(row.path),
    type: typeWords(page, row.at),
    required: row.required ? ours`yes` : atTimes.has(row.path) ? ours`at times` : ours`no`,
    meaning: deprecated ? ours`Deprecated. ${meaning}` : meaning,
    since: typeof row.since === "number" ? ours`v${row.since}` : ours`–`,
  };
}

function kindIntroduction(unit: Unit): Escaped {
  if (unit.binding === undefined) return ours``;
  const { discriminator, payload } = unit.binding;
  const names = payload === "" ? ours`the message itself` : code(dotted(payload));
  return ours`${code(dotted(discriminator))} names the schema of ${names}. A payload has versions of its own.`;
}

function kinds(page: Page): Card["kinds"] {
  const map = page.unit.binding?.map ?? {};
  return Object.keys(map).map((kind) => ({
    kind: code(kind),
    payload: linkToSubject(page, map[kind] ?? ""),
  }));
}

/** `/schema/name` as people write it: `schema.name`. */
function dotted(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
}
