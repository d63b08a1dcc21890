import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Json } from "../../src/model.ts";
import { isArray } from "../../src/schema/json.ts";
import type { Located } from "../../src/schema/resources.ts";
import { code } from "./markdown.ts";
import { strings, subschema, subschemas } from "./members.ts";
import { follow, keyword, linkToVersion, type Page } from "./page.ts";
import type { Row } from "./rows.ts";
import { lengthWords, rangeWords, stringWords } from "./limits.ts";

/** How many literals of an enum are spelled out in a type; a longer one is listed below the fields. */
const shownLiterals = 12;

/** What a place takes, in words: `string, UUID`, `integer ≥ 1`, `"a", "b" or other`, `array of string`. */
export function typeWords(page: Page, at: Located, trail: readonly Located[] = []): Escaped {
  if (at.schema === true) return ours`anything`;
  if (at.schema === false) return ours`nothing`;
  if (trail.includes(at) || trail.length > 8) return ours`the same again`;
  const inner = [...trail, at];
  const target = follow(page, at);
  if (target.pinned !== undefined) return linkToVersion(page, target.pinned);
  if (target.at !== at) return typeWords(page, target.at, inner);

  const literal = keyword(at, "const");
  if (literal !== undefined) return code(JSON.stringify(literal));
  const literals = keyword(at, "enum");
  if (isArray(literals)) return enumWords(literals, false);
  const types = strings([keyword(at, "type")].flat());
  if (types.length > 0) return alternatives(types.map((type) => oneType(page, at, type, inner)));
  for (const name of ["anyOf", "oneOf"]) {
    const branches = subschemas(page, at, name).map(([, branch]) => branch);
    if (branches.length > 0) return openEnum(branches) ?? branchWords(page, branches, inner);
  }
  const parts = subschemas(page, at, "allOf").map(([, part]) => typeWords(page, part, inner));
  const said = [...new Set(parts)].filter((part) => part !== "anything");
  if (said.length > 0) return joinEscaped(said, " and ");
  return keyword(at, "properties") === undefined ? ours`anything` : ours`object`;
}

/** The literals of an enum that may grow, told by a branch that takes any value of their type. */
export function openLiterals(page: Page, at: Located): readonly Json[] | undefined {
  const place = follow(page, at).at;
  for (const name of ["anyOf", "oneOf"]) {
    const branches = subschemas(page, place, name).map(([, branch]) => branch);
    const literals = growing(branches);
    if (literals !== undefined) return literals;
  }
  return undefined;
}

function growing(branches: readonly Located[]): readonly Json[] | undefined {
  const literals = branches.flatMap((branch) => {
    const listed = keyword(branch, "enum");
    return isArray(listed) ? listed : [];
  });
  const free = branches.some(
    (branch) => keyword(branch, "type") === "string" && keyword(branch, "enum") === undefined,
  );
  return literals.length > 0 && free ? literals : undefined;
}

function openEnum(branches: readonly Located[]): Escaped | undefined {
  const literals = growing(branches);
  if (literals === undefined) return undefined;
  const nullable = branches.some((branch) => keyword(branch, "type") === "null") && !literals.includes(null);
  const words = enumWords(literals, true);
  return nullable ? ours`${words}, or null` : words;
}

function enumWords(literals: readonly Json[], open: boolean): Escaped {
  const shown = literals.length > shownLiterals ? literals.slice(0, 3) : literals;
  const hidden = literals.length - shown.length;
  const words = shown.map((literal) => (literal === null ? ours`null` : code(JSON.stringify(literal))));
  if (hidden > 0) words.push(ours`${hidden} more`);
  if (open) words.push(ours`other`);
  return alternatives(words);
}

function branchWords(page: Page, branches: readonly Located[], trail: readonly Located[]): Escaped {
  const words = [...new Set(branches.map((branch) => typeWords(page, branch, trail)))];
  return words.length > 6 ? ours`one of ${words.length} shapes` : alternatives(words);
}

function oneType(page: Page, at: Located, type: string, trail: readonly Located[]): Escaped {
  if (type === "string") return stringWords(at);
  if (type === "integer" || type === "number")
    return rangeWords(at, type === "integer" ? ours`integer` : ours`number`);
  if (type === "array") return arrayWords(page, at, trail);
  if (type === "object") return objectWords(page, at, trail);
  return type === "boolean" ? ours`true or false` : type === "null" ? ours`null` : code(type);
}

function arrayWords(page: Page, at: Located, trail: readonly Located[]): Escaped {
  const items = subschema(page, at, "items");
  const of =
    items === undefined || items.schema === true
      ? ours`array`
      : ours`array of ${typeWords(page, items, trail)}`;
  const limits = [
    ...lengthWords(at, "Items", "item"),
    ...(keyword(at, "uniqueItems") === true ? [ours`no two equal`] : []),
  ];
  return joinEscaped([of, ...limits], ", ");
}

function objectWords(page: Page, at: Located, trail: readonly Located[]): Escaped {
  if (keyword(at, "properties") !== undefined) {
    const closed =
      keyword(at, "additionalProperties") === false || keyword(at, "unevaluatedProperties") === false;
    return closed ? ours`object, no other fields` : ours`object`;
  }
  const values = subschema(page, at, "additionalProperties");
  const map = values !== undefined && values.schema !== true && values.schema !== false;
  const of = map ? ours`map of string to ${typeWords(page, values, trail)}` : ours`object`;
  return joinEscaped([of, ...lengthWords(at, "Properties", "entry")], ", ");
}

/** a, b or c */
export function alternatives(words: readonly Escaped[]): Escaped {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? ours`nothing`;
  return ours`${joinEscaped(words.slice(0, -1), ", ")} or ${last}`;
}

/** The values of enums too long for the table, each in a line of its own. */
export function longEnums(page: Page, rows: readonly Row[]): readonly Escaped[] {
  return rows.flatMap((row) => {
    const place = follow(page, row.at).at;
    const literals = openLiterals(page, row.at) ?? keyword(place, "enum");
    if (!isArray(literals) || literals.length <= shownLiterals) return [];
    const values = literals.map((literal) =>
      code(typeof literal === "string" ? literal : JSON.stringify(literal)),
    );
    return [ours`All ${literals.length} listed values of ${code(row.path)}: ${joinEscaped(values, ", ")}.`];
  });
}
