import type { JsonObject } from "../../../src/model.ts";
import { walk } from "../../../src/schema/children.ts";
import { own } from "../../../src/schema/json.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { splitFragment } from "../../../src/schema/uri.ts";
import { intersect } from "../intersect.ts";
import { never, type Type, unknown } from "../type.ts";
import type { Context } from "./context.ts";

/** The type of the references a schema holds; undefined where it holds none. */
export function referenceType(at: Located, schema: JsonObject, context: Context): Type | undefined {
  let type: Type | undefined;
  for (const name of ["$ref", "$dynamicRef", "$recursiveRef"]) {
    const reference = own(schema, name);
    if (typeof reference !== "string" || keywordOf(name, at.dialect) === undefined) continue;
    const target = targetOf(name, reference, at, context);
    type = type === undefined ? target : intersect(type, target);
  }
  return type;
}

function targetOf(name: string, reference: string, at: Located, context: Context): Type {
  const target = context.index.resolve(reference, at);
  if (target === undefined) {
    context.unresolved(reference, at);
    return unknown;
  }
  if (name !== "$ref" && dependsOnCaller(name, reference, target, context)) return unknown;
  if (typeof target.schema === "boolean") return target.schema ? unknown : never;
  return context.nameOf(target);
}

/** A dynamic reference means one schema only where a single anchor of its name is in sight; elsewhere callers decide. */
function dependsOnCaller(name: string, reference: string, target: Located, context: Context): boolean {
  const { root } = context.index;
  const recursive = name === "$recursiveRef";
  const anchor = splitFragment(reference).fragment;
  const dynamic = recursive ? target.resource.recursiveAnchor : target.resource.dynamicAnchors.has(anchor);
  if (!dynamic) return false;
  if (target.document !== root.document) return true;
  let anchors = 0;
  for (const { schema } of walk(root.schema, root.dialect)) {
    if (typeof schema === "boolean") continue;
    const mark = own(schema, recursive ? "$recursiveAnchor" : "$dynamicAnchor");
    if (mark === (recursive ? true : anchor)) anchors += 1;
  }
  return anchors > 1;
}
