import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Located } from "../../src/schema/resources.ts";
import { branchName, conditionWords, literalMembers } from "./conditions.ts";
import { code, codes } from "./markdown.ts";
import { type Case, type Member, type Members, membersOf, subschema } from "./members.ts";
import { keyword, type Page } from "./page.ts";
import { typeWords } from "./type-words.ts";

/** What holds under a condition: one line of the table below the fields. */
export interface CaseRow {
  readonly when: Escaped;
  readonly requires: Escaped;
  readonly allows: Escaped;
  readonly forbids: Escaped;
}

/** With more branches than this, fields are named and their types left to the schema. */
const typedBranches = 12;
const nothing = ours`–`;

/** One row for each branch of `oneOf` and `anyOf`, for each `then` and `else`, and for each dependent name. */
export function caseRows(page: Page, { cases, dependents }: Members): readonly CaseRow[] {
  const typed = cases.reduce((sum, { branches }) => sum + branches.length, 0) <= typedBranches;
  const rows = cases.flatMap((entry) => {
    if (entry.keyword === "if") return entry.branches.flatMap((place) => ifRows(page, place, typed));
    const bare = bareChoice(page, entry);
    if (bare !== undefined) return [bare];
    return entry.branches.map((branch) => branchRow(page, branch, typed));
  });
  const required = dependents.map(([name, names]) => ({
    when: ours`${code(name)} is there`,
    requires: codes(names),
    allows: nothing,
    forbids: nothing,
  }));
  return [...rows, ...required];
}

/** The names that some case requires and the schema itself does not. */
export function requiredAtTimes(page: Page, { cases, dependents }: Members): ReadonlySet<string> {
  const places = cases.flatMap(({ keyword: name, branches }) =>
    name === "if" ? branches.flatMap((place) => consequences(page, place)) : branches,
  );
  const named = places.flatMap((place) => membersOf(page, place).members.filter(({ required }) => required));
  return new Set([...named.map(({ name }) => name), ...dependents.flatMap(([, names]) => names)]);
}

function consequences(page: Page, place: Located): readonly Located[] {
  return ["then", "else"].flatMap((name) => subschema(page, place, name) ?? []);
}

/** `oneOf: [{required: [a]}, {required: [b]}]` in one row. */
function bareChoice(page: Page, { keyword: name, branches }: Case): CaseRow | undefined {
  const wanted = branches.map((branch) => {
    const { members } = membersOf(page, branch);
    return keyword(branch, "properties") === undefined ? members.map((member) => member.name) : [];
  });
  if (wanted.some((names) => names.length === 0)) return undefined;
  const choice = joinEscaped(
    wanted.map((names) => joinEscaped(names.map(code), " with ")),
    ", ",
  );
  const requires = name === "oneOf" ? ours`exactly one of ${choice}` : ours`at least one of ${choice}`;
  return { when: ours`always`, requires, allows: nothing, forbids: nothing };
}

function ifRows(page: Page, place: Located, typed: boolean): readonly CaseRow[] {
  const condition = subschema(page, place, "if");
  const when = condition === undefined ? ours`always` : conditionWords(page, condition);
  return (["then", "else"] as const).flatMap((name) => {
    const consequence = subschema(page, place, name);
    if (consequence === undefined) return [];
    const words = name === "then" ? when : ours`not: ${when}`;
    return [{ when: words, ...fieldWords(page, consequence, new Set(), typed) }];
  });
}

function branchRow(page: Page, branch: Located, typed: boolean): CaseRow {
  const told = new Set(literalMembers(page, branch).keys());
  return { when: branchName(page, branch), ...fieldWords(page, branch, told, typed) };
}

type Consequence = Omit<CaseRow, "when">;

function fieldWords(page: Page, at: Located, told: ReadonlySet<string>, typed: boolean): Consequence {
  const members = membersOf(page, at).members.filter(({ name }) => !told.has(name));
  const list = (chosen: (member: Member) => boolean, withType: boolean): Escaped => {
    const words = members.filter(chosen).map((member) => {
      const type = withType ? typeWords(page, member.at) : ours`anything`;
      return type === "anything" ? code(member.name) : ours`${code(member.name)} (${type})`;
    });
    return words.length === 0 ? nothing : joinEscaped(words, ", ");
  };
  const forbidden = ({ at: { schema } }: Member): boolean => schema === false;
  return {
    requires: list((member) => member.required && !forbidden(member), typed),
    allows: list((member) => !member.required && !forbidden(member), typed),
    forbids: list(forbidden, false),
  };
}
