import type { Json } from "../../src/model.ts";
import type { Located } from "../../src/schema/resources.ts";
import { type Member, membersOf, strings, subschema, subschemas } from "./members.ts";
import { follow, keyword, type Page } from "./page.ts";

/** One line of a field table. */
export interface Row {
  /** How the field is reached: `actor.agent`, `citations[].uri`, `labels.*`. */
  readonly path: string;
  readonly at: Located;
  readonly required: boolean;
  /** Version that first declared it; undefined where the schema does not say. */
  readonly since: Json | undefined;
}

/** A pinned version with more fields than this, or with nested ones, is linked and not spelled out. */
const pinnedFields = 8;
const maxDepth = 6;

/** The fields of an object schema and of the objects inside it, each object's own fields right below it. */
export function rowsOf(page: Page, at: Located): readonly Row[] {
  return below(page, at, "", [at]);
}

function below(page: Page, at: Located, prefix: string, trail: readonly Located[]): readonly Row[] {
  return membersOf(page, at).members.flatMap((member) => {
    const path = `${prefix}${member.name}`;
    return [row(member, path), ...inside(page, member.at, path, trail)];
  });
}

function row({ at, required }: Member, path: string): Row {
  return { path, at, required, since: keyword(at, "x-since") };
}

function inside(page: Page, at: Located, path: string, trail: readonly Located[]): readonly Row[] {
  const { at: place, pinned } = follow(page, only(page, at));
  if (trail.includes(place) || trail.length > maxDepth) return [];
  const deeper = [...trail, place];
  if (pinned !== undefined && !isSmall(page, place)) return [];
  const items = subschema(page, place, "items");
  if (items !== undefined) return inside(page, items, `${path}[]`, deeper);
  if (membersOf(page, place).members.length > 0) return below(page, place, `${path}.`, deeper);
  const values = subschema(page, place, "additionalProperties");
  return values === undefined ? [] : inside(page, values, `${path}.*`, deeper);
}

/** The one branch that holds members or items, so that a nullable object, or one beside a string, shows its fields. */
function only(page: Page, at: Located): Located {
  const place = follow(page, at).at;
  for (const name of ["anyOf", "oneOf"]) {
    const structured = subschemas(page, place, name)
      .map(([, branch]) => branch)
      .filter((branch) => isStructured(page, branch));
    const [first] = structured;
    if (first !== undefined && structured.length === 1) return first;
  }
  return at;
}

function isStructured(page: Page, at: Located): boolean {
  const place = follow(page, at).at;
  return ["properties", "items", "additionalProperties"].some((name) => keyword(place, name) !== undefined);
}

function isSmall(page: Page, at: Located): boolean {
  const { members, cases } = membersOf(page, at);
  const nested = members.some((member) => {
    const place = follow(page, member.at).at;
    return strings([keyword(place, "type")].flat()).some((type) => type === "object" || type === "array");
  });
  return members.length <= pinnedFields && cases.length === 0 && !nested;
}
