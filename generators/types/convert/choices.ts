import { isArray, own } from "../../../src/schema/json.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { intersect } from "../intersect.ts";
import type { Kinds } from "../kinds.ts";
import type { Type } from "../type.ts";
import { openUnion, union } from "../union.ts";
import { complement } from "./complement.ts";
import type { Context } from "./context.ts";
import { child } from "./schema.ts";

/** `anyOf`: one of the branches; an enum beside a plain string is an open enum. */
export function branches(at: Located, name: "anyOf" | "oneOf", kinds: Kinds, context: Context): Type {
  return openUnion(typesOf(at, name, kinds, context));
}

/** `oneOf`: branches that only require members rule each other out, so that exactly one of them is there. */
export function exclusiveBranches(at: Located, kinds: Kinds, context: Context): Type {
  const types = typesOf(at, "oneOf", kinds, context);
  const positions = [...types.keys()];
  const exclusive = types.length <= 4 && positions.every((position) => onlyRequires(at, position, context));
  if (!exclusive) return union(types);
  const others = positions.map((position) => {
    const branch = context.index.at(at, `/oneOf/${position}`);
    return branch === undefined ? undefined : complement(branch, kinds, context);
  });
  const alone = types.map((type, position) =>
    others.reduce<Type>((sum, other, index) => {
      return index === position || other === undefined ? sum : intersect(sum, other);
    }, type),
  );
  return union(alone);
}

function onlyRequires(at: Located, position: number, context: Context): boolean {
  const branch = context.index.at(at, `/oneOf/${position}`)?.schema;
  if (branch === undefined || typeof branch === "boolean") return false;
  const names = own(branch, "required");
  return isArray(names) && names.length === 1 && Object.keys(branch).every((name) => shown.has(name));
}

const shown: ReadonlySet<string> = new Set(["required", "title", "description", "$comment"]);

function typesOf(at: Located, name: string, kinds: Kinds, context: Context): readonly Type[] {
  const list = typeof at.schema === "boolean" ? undefined : own(at.schema, name);
  if (!isArray(list)) return [];
  return list.map((_, position) => child(at, `/${name}/${position}`, kinds, context));
}
