import { Compile } from "typebox/schema";
import type { Dialect, Json, Schema } from "../../model.ts";
import { mapChildren } from "../../schema/map.ts";
import type { FormatTests } from "./holds.ts";
import type { Oracle } from "./oracle.ts";

/** What TypeBox reads where JSON Schema knows nothing: a test of one's own. */
interface Refinement {
  readonly check: (value: unknown) => boolean;
  readonly error: () => string;
}

/**
 * TypeBox's compiler: an opinion that costs a tenth of Ajv's. It reads all drafts at once, so its "no" says little; its
 * "yes, the document tells them apart" is a validator's that shares nothing with ours. Formats are ours, as for Ajv.
 */
export function makeTypeBoxOracle(): Oracle {
  const compiled = new WeakMap<object, Map<string, (instance: Json) => boolean>>();
  return {
    name: "TypeBox",
    compile(schema, { dialect, formats }) {
      const key = `${dialect} ${formats.size > 0}`;
      const known = typeof schema === "object" ? compiled.get(schema)?.get(key) : undefined;
      if (known !== undefined) return known;
      const validator = Compile(readable(schema, dialect, formats));
      const accepts = (instance: Json) => validator.Check(instance);
      if (typeof schema === "object")
        compiled.set(schema, (compiled.get(schema) ?? new Map()).set(key, accepts));
      return accepts;
    },
  };
}

/** The schema with each `format` as a test of ours, or none; and without words only TypeBox knows. */
function readable(schema: Schema, dialect: Dialect, formats: FormatTests): Schema {
  if (typeof schema === "boolean") return schema;
  const mapped = mapChildren(schema, dialect, (child) => readable(child, dialect, formats));
  const { format, ...rest } = Object.fromEntries(
    Object.entries(mapped).filter(([name]) => !name.startsWith("~")),
  );
  const test = typeof format === "string" ? formats.get(format) : undefined;
  return test === undefined ? rest : Object.assign(rest, { "~refine": [refinement(test)] });
}

function refinement(test: (text: string) => boolean): Refinement {
  return { check: (value) => typeof value !== "string" || test(value), error: () => "format" };
}
