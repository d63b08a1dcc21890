import type { Unit } from "../../src/generate/contract.ts";
import { type Escaped, escaping, ours } from "../../src/generate/templates.ts";
import type { JsonObject } from "../../src/model.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { valueAt } from "../../src/schema/pointer.ts";
import { indexSchema, type Located, type SchemaIndex } from "../../src/schema/resources.ts";
import { code } from "./markdown.ts";

/** A unit with its schema indexed: what the parts of a page are made from. */
export interface Page {
  readonly unit: Unit;
  readonly index: SchemaIndex;
  /** From the page to a page among the postcards, e.g. `cogo.v1/Actor/v1.md`. */
  pathTo(page: string): string;
}

export function openPage(unit: Unit, pathTo: Page["pathTo"] = (page) => besides(unit, page)): Page {
  return { unit, pathTo, index: indexSchema(unit.schema, { dialect: unit.dialect }) };
}

/** From one postcard to another: `../Actor/v1.md`, or through the folder of all namespaces. */
function besides({ namespace }: Unit, page: string): string {
  return page.startsWith(`${namespace}/`) ? `..${page.slice(namespace.length)}` : `../../${page}`;
}

/** A keyword's value at a place, by own members; undefined where the schema is a boolean. */
export function keyword(at: Located, name: string) {
  return isObject(at.schema) ? own(at.schema, name) : undefined;
}

/** `title` or `description` at a place: the draft's words where the version's shape is still the draft's. */
export function prose(page: Page, at: Located, name: "title" | "description"): string | undefined {
  const drafted = at.document === "" ? valueAt(page.unit.prose, at.pointer) : undefined;
  const source: JsonObject | undefined = isObject(drafted) ? drafted : undefined;
  const said = (source && own(source, name)) ?? keyword(at, name);
  return typeof said === "string" && said.trim() !== "" ? said : undefined;
}

/** The schema a place refers to in the end, and the pinned version passed on the way, if any. */
export function follow(
  page: Page,
  at: Located,
): { readonly at: Located; readonly pinned: string | undefined } {
  let place = at;
  let pinned: string | undefined;
  for (const seen = new Set<Located>(); !seen.has(place); ) {
    seen.add(place);
    const reference = keyword(place, "$ref");
    const next = typeof reference === "string" ? page.index.resolve(reference, place) : undefined;
    if (next === undefined) break;
    if (typeof reference === "string" && page.unit.dependencies.has(reference)) pinned ??= reference;
    place = next;
  }
  return { at: place, pinned };
}

/** A link to the postcard of a pinned version. Addresses are names the registry has checked. */
export function linkToVersion(page: Page, id: string): Escaped {
  const target = page.unit.dependencies.get(id);
  if (target === undefined) return code(id);
  const { namespace, name, number } = target;
  return link(
    namespace === page.unit.namespace ? name : `${namespace}/${name}`,
    page.pathTo(`${namespace}/${name}/v${number}.md`),
  );
}

/** A link to the postcards of a subject, whatever its latest version. */
export function linkToSubject(page: Page, subject: string): Escaped {
  const label = subject.startsWith(`${page.unit.namespace}/`)
    ? subject.slice(page.unit.namespace.length + 1)
    : subject;
  return link(label, page.pathTo(`${subject}/README.md`));
}

/** A relative link; where the target is not a plain path, the label alone. */
export function link(label: string, target: string): Escaped {
  return plainPath.test(target) ? ours`[${code(label)}](${path(target)})` : code(label);
}

const plainPath = /^[A-Za-z0-9._/#-]+$/;
/** Only for what `plainPath` has accepted. */
const path = escaping((target) => target);
