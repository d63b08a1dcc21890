import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Json } from "../../src/model.ts";
import { isArray } from "../../src/schema/json.ts";
import type { Located } from "../../src/schema/resources.ts";
import { brief } from "./brief.ts";
import { code, text } from "./markdown.ts";
import { membersOf, subschema } from "./members.ts";
import { follow, keyword, type Page, prose } from "./page.ts";
import { alternatives, typeWords } from "./type-words.ts";

/** How many literals of a condition are spelled out. */
const shown = 10;

/** `type` is `"prompt"` and `phase` is `"done"`: what an `if` asks. */
export function conditionWords(page: Page, condition: Located): Escaped {
  const said = prose(page, condition, "description") ?? prose(page, condition, "title");
  if (said !== undefined) return text(brief(said, 12));
  const denied = subschema(page, condition, "not");
  const literals = literalMembers(page, condition);
  const parts = membersOf(page, condition).members.map(({ name, at }) => {
    const values = literals.get(name);
    if (values !== undefined) return literalWords(page, name, values);
    const type = typeWords(page, at);
    return type === "anything" ? ours`${code(name)} is there` : ours`${code(name)} is ${type}`;
  });
  if (denied !== undefined) parts.push(ours`not (${conditionWords(page, denied)})`);
  return parts.length === 0 ? ours`a condition of the schema holds` : joinEscaped(parts, " and ");
}

/** Which of several shapes a branch is: by its literals, else by its title. */
export function branchName(page: Page, branch: Located): Escaped {
  const literals = [...literalMembers(page, branch)];
  if (literals.length > 0) {
    return joinEscaped(
      literals.map(([name, values]) => literalWords(page, name, values)),
      " and ",
    );
  }
  const said = prose(page, branch, "title") ?? prose(page, follow(page, branch).at, "title");
  return said === undefined ? ours`this shape` : text(brief(said, 12));
}

/** The members a schema fixes to literals, with these. */
export function literalMembers(page: Page, at: Located): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, readonly Json[]>();
  for (const member of membersOf(page, at).members) {
    const literal = keyword(member.at, "const");
    const literals = keyword(member.at, "enum");
    if (literal !== undefined) found.set(member.name, [literal]);
    else if (isArray(literals)) found.set(member.name, literals);
  }
  return found;
}

/** Names the values; where they are most of those the field takes, the others. */
function literalWords(page: Page, name: string, values: readonly Json[]): Escaped {
  if (values.length <= shown) return ours`${code(name)} is ${oneOf(values)}`;
  const all = literalMembers(page, page.index.root).get(name) ?? [];
  const spelled = new Set(values.map((value) => JSON.stringify(value)));
  const others = all.filter((value) => !spelled.has(JSON.stringify(value)));
  if (others.length > 0 && others.length <= shown) return ours`${code(name)} is none of ${oneOf(others)}`;
  return ours`${code(name)} is ${joinEscaped(
    values.slice(0, 3).map((value) => code(JSON.stringify(value))),
    ", ",
  )} or ${values.length - 3} more`;
}

function oneOf(values: readonly Json[]): Escaped {
  return alternatives(values.map((value) => code(JSON.stringify(value))));
}
