import { WaybillError } from "../../src/errors.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { append } from "../../src/schema/pointer.ts";
import type { Located } from "../../src/schema/resources.ts";
import { splitFragment } from "../../src/schema/uri.ts";
import type { Imported, Module, Place } from "./module.ts";
import { readString } from "./read.ts";
import { enter } from "./scope.ts";

export const referenceKeywords = ["$ref", "$dynamicRef", "$recursiveRef"] as const;
type ReferenceKeyword = (typeof referenceKeywords)[number];

/**
 * What a reference keyword of a place applies; undefined where the place has none of that name.
 * @throws WaybillError where it points to nothing.
 */
export function targetOf(module: Module, place: Place, keyword: ReferenceKeyword): Place | undefined {
  // What lies below is kept by pointers, which begin with a slash.
  const known = place.below.get(keyword);
  if (known !== undefined) return known;
  const reference = readString(place.located, keyword);
  if (reference === undefined) return undefined;
  const nominal = module.index.resolve(reference, place.located);
  if (nominal === undefined) {
    throw new WaybillError("MALFORMED", `reference "${reference}" points to nothing`, {
      place: { pointer: append(place.located.pointer, keyword) },
    });
  }
  const located = actual(module, place, keyword, reference, nominal);
  const target = module.place(located, enter(place.scope, located.resource));
  place.below.set(keyword, target);
  return target;
}

function actual(
  module: Module,
  { scope }: Place,
  keyword: string,
  reference: string,
  nominal: Located,
): Located {
  if (keyword === "$dynamicRef") {
    const { fragment } = splitFragment(reference);
    const { schema } = nominal;
    const dynamic = isObject(schema) && fragment !== "" && own(schema, "$dynamicAnchor") === fragment;
    return (dynamic ? scope.anchors.get(fragment) : undefined) ?? nominal;
  }
  if (keyword === "$recursiveRef" && nominal.resource.recursiveAnchor && scope.recursive !== undefined) {
    return module.index.at({ ...nominal, ...scope.recursive }, "") ?? nominal;
  }
  return nominal;
}

/** The module of its own that a place has, where it is a pinned version's root and no dynamic scope reaches in. */
export function importOf(module: Module, { located, scope }: Place): Imported | undefined {
  if (scope.key !== "" || located.pointer !== located.resource.pointer) return undefined;
  return located.resource === module.index.root.resource
    ? undefined
    : module.options.imported(located.resource.uri);
}
