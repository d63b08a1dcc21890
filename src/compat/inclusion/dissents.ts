import type { Json, Schema } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";

/** Where a reference validator is known to leave the specification, and how to tell that a schema touches it. */
const known: readonly { readonly touches: ReadonlySet<string>; readonly reason: string }[] = [
  {
    touches: new Set(["multipleOf"]),
    reason: "divides in floating point, where the decimals as written are exact",
  },
  {
    touches: new Set(["$dynamicRef", "$recursiveRef"]),
    reason: "resolves dynamic references by its own rules",
  },
  {
    touches: new Set(["unevaluatedProperties", "unevaluatedItems"]),
    reason: "collects what is evaluated differently from the specification",
  },
  { touches: new Set(["$ref"]), reason: "resolves references beside or below identifiers by its own rules" },
  {
    touches: new Set(["uniqueItems"]),
    reason: "compares items with members named like built-ins by its own rules",
  },
];

/** Why the validator may disagree about these schemas; undefined where no known reason applies. */
export function dissentReason(name: string, schemas: readonly Schema[], _instance: Json): string | undefined {
  const used = new Set<string>();
  for (const schema of schemas) collect(schema, used);
  const found = known.find(({ touches }) => [...touches].some((keyword) => used.has(keyword)));
  return found && `${name} ${found.reason}`;
}

function collect(value: Json, into: Set<string>): void {
  if (isArray(value)) for (const item of value) collect(item, into);
  else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      into.add(name);
      collect(value[name] ?? null, into);
    }
  }
}
