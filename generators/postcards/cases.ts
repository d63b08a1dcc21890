import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Json } from "../../src/model.ts";
import { isArray } from "../../src/schema/json.ts";
import type { Located } from "../../src/schema/resources.ts";
import { brief } from "./brief.ts";
import { code, codes, text } from "./markdown.ts";
import { type Case, membersOf, subschema } from "./members.ts";
import { follow, keyword, type Page, prose } from "./page.ts";
import { typeWords } from "./type-words.ts";

/** What holds under a condition: one line of the table below the fields. */
export interface CaseRow {
  readonly when: Escaped;
  readonly requires: Escaped;
  readonly allows: Escaped;
}

/** With more branches than this, fields are named and their types left to the schema. */
const typedBranches = 12;

/** One row for each branch of `oneOf` and `anyOf`, and one or two for each `if`. */
export function caseRows(page: Page, cases: readonly Case[]): readonly CaseRow[] {
  const conditions = cases.filter((entry) => entry.keyword === "if");
  const typed = conditions.length <= typedBranches;
  return cases.flatMap((entry) => {
    if (entry.keyword === "if") return entry.branches.flatMap((place) => ifRows(page, place, typed));
    const bare = bareChoice(page, entry);
    if (bare !== undefined) return [bare];
    return entry.branches.map((branch) => branchRow(page, branch, entry.branches.length <= typedBranches));
  });
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
  return {
    when: ours`always`,
    requires: name === "oneOf" ? ours`exactly one of ${choice}` : ours`at least one of ${choice}`,
    allows: ours`–`,
  };
}

function ifRows(page: Page, place: Located, typed: boolean): readonly CaseRow[] {
  const condition = subschema(page, place, "if");
  const rows: CaseRow[] = [];
  const when = condition === undefined ? ours`always` : conditionWords(page, condition);
  for (const [name, words] of [
    ["then", when],
    ["else", ours`otherwise (not: ${when})`],
  ] as const) {
    const consequence = subschema(page, place, name);
    if (consequence !== undefined)
      rows.push({ when: words, ...fieldWords(page, consequence, new Set(), typed) });
  }
  return rows;
}

function branchRow(page: Page, branch: Located, typed: boolean): CaseRow {
  const named = literalMembers(page, branch);
  const when = named.size > 0 ? conditionWords(page, branch) : titleWords(page, branch);
  return { when, ...fieldWords(page, branch, new Set(named.keys()), typed) };
}

function titleWords(page: Page, branch: Located): Escaped {
  const said = prose(page, branch, "title") ?? prose(page, follow(page, branch).at, "title");
  return said === undefined ? ours`this shape` : text(brief(said, 12));
}

/** `type` is `"prompt"` and `phase` is `"done"`; of a condition in other terms, its title or the names it looks at. */
function conditionWords(page: Page, condition: Located): Escaped {
  const literals = [...literalMembers(page, condition)].map(
    ([name, values]) =>
      ours`${code(name)} is ${joinEscaped(
        values.map((value) => code(JSON.stringify(value))),
        " or ",
      )}`,
  );
  if (literals.length > 0) return joinEscaped(literals, " and ");
  const said = prose(page, condition, "description") ?? prose(page, condition, "title");
  if (said !== undefined) return text(brief(said, 12));
  const names = membersOf(page, condition).members.map((member) => member.name);
  return names.length === 0 ? ours`a condition of the schema holds` : ours`by ${codes(names)}`;
}

function literalMembers(page: Page, at: Located): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, readonly Json[]>();
  for (const member of membersOf(page, at).members) {
    const literal = keyword(member.at, "const");
    const literals = keyword(member.at, "enum");
    if (literal !== undefined) found.set(member.name, [literal]);
    else if (isArray(literals) && literals.length <= 4) found.set(member.name, literals);
  }
  return found;
}

function fieldWords(
  page: Page,
  at: Located,
  told: ReadonlySet<string>,
  typed: boolean,
): Pick<CaseRow, "requires" | "allows"> {
  const { members } = membersOf(page, at);
  const list = (required: boolean): Escaped => {
    const words = members
      .filter((member) => member.required === required && !told.has(member.name))
      .map((member) => {
        const type = typed ? typeWords(page, member.at) : ours`anything`;
        return type === "anything" ? code(member.name) : ours`${code(member.name)} (${type})`;
      });
    return words.length === 0 ? ours`–` : joinEscaped(words, ", ");
  };
  return { requires: list(true), allows: list(false) };
}
