import { append } from "../../src/schema/pointer.ts";
import { below, type Module, type Place } from "./module.ts";
import { read, readArray, readNumber, readObject } from "./read.ts";
import { referenceKeywords, targetOf } from "./references.ts";

/** What a place evaluates in every instance it accepts, and whether that may depend on the instance. */
export interface Evaluated {
  readonly names: Set<string>;
  readonly patterns: Set<string>;
  allNames: boolean;
  /** Items from the front; Infinity for all. */
  prefix: number;
  /** Some of it hangs on which alternative accepts. */
  varies: boolean;
}

/** What the schemas that apply at a place evaluate there. `late: false` leaves out its own `unevaluated*`. */
export function evaluatedBy(module: Module, place: Place, options: { readonly late: boolean }): Evaluated {
  const found: Evaluated = {
    names: new Set(),
    patterns: new Set(),
    allNames: false,
    prefix: 0,
    varies: false,
  };
  gather(module, place, options.late, found, new Set());
  return found;
}

/** Whether a place may evaluate anything at all, so that it has to be asked. */
export function contributes(module: Module, place: Place): boolean {
  return !isNothing(evaluatedBy(module, place, { late: true }));
}

function isNothing({ names, patterns, allNames, prefix, varies }: Evaluated): boolean {
  return names.size === 0 && patterns.size === 0 && !allNames && prefix === 0 && !varies;
}

function gather(module: Module, place: Place, late: boolean, into: Evaluated, open: Set<string>): void {
  const { located, scope } = place;
  const key = `${located.document}#${located.pointer} ${scope.key}`;
  if (typeof located.schema === "boolean" || open.has(key)) return;
  open.add(key);
  for (const name of Object.keys(readObject(located, "properties") ?? {})) into.names.add(name);
  for (const pattern of Object.keys(readObject(located, "patternProperties") ?? {}))
    into.patterns.add(pattern);
  if (read(located, "additionalProperties") !== undefined) into.allNames = true;
  if (late && read(located, "unevaluatedProperties") !== undefined) into.allNames = true;
  if (late && read(located, "unevaluatedItems") !== undefined) into.prefix = Number.POSITIVE_INFINITY;
  into.prefix = Math.max(into.prefix, itemsOf(place));
  if (
    located.dialect === "2020-12" &&
    read(located, "contains") !== undefined &&
    readNumber(located, "maxContains") !== 0
  ) {
    into.varies = true;
  }
  for (const keyword of referenceKeywords) {
    const target = targetOf(module, place, keyword);
    if (target !== undefined) gather(module, target, true, into, open);
  }
  for (const index of (readArray(located, "allOf") ?? []).keys()) {
    gather(module, below(module, place, `/allOf/${index}`), true, into, open);
  }
  for (const branch of alternatives(place)) {
    if (into.varies) break;
    const inner = {
      names: new Set<string>(),
      patterns: new Set<string>(),
      allNames: false,
      prefix: 0,
      varies: false,
    };
    gather(module, below(module, place, branch), true, inner, open);
    if (!isNothing(inner)) into.varies = true;
  }
  open.delete(key);
}

function itemsOf({ located }: Place): number {
  const items = read(located, "items");
  const tuple = readArray(located, located.dialect === "2020-12" ? "prefixItems" : "items");
  if (items !== undefined && (tuple === undefined || located.dialect === "2020-12"))
    return Number.POSITIVE_INFINITY;
  if (tuple === undefined) return 0;
  return read(located, "additionalItems") === undefined ? tuple.length : Number.POSITIVE_INFINITY;
}

/** Pointers to the subschemas that may or may not apply to the same instance. */
function alternatives({ located }: Place): readonly string[] {
  const found: string[] = [];
  for (const keyword of ["anyOf", "oneOf"]) {
    for (const index of (readArray(located, keyword) ?? []).keys()) found.push(`/${keyword}/${index}`);
  }
  if (read(located, "if") !== undefined) {
    found.push(
      ...["if", "then", "else"]
        .filter((keyword) => read(located, keyword) !== undefined)
        .map((one) => `/${one}`),
    );
  }
  for (const keyword of ["dependentSchemas", "dependencies"]) {
    for (const [name, entry] of Object.entries(readObject(located, keyword) ?? {})) {
      if (!Array.isArray(entry)) found.push(append(`/${keyword}`, name));
    }
  }
  return found;
}
