import { Ajv, type Options } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft06 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import AjvDraft04Module from "ajv-draft-04";
import type { Dialect, Json, Schema } from "../../model.ts";
import { isLegacy } from "../../schema/identify.ts";
import { isObject } from "../../schema/json.ts";
import type { Oracle, OracleOptions } from "./oracle.ts";

const usesLimit = 500;

type AnyAjv = Pick<Ajv, "compile" | "removeSchema">;

// The package is CommonJS: some loaders hand out the class itself, some the module around it.
const AjvDraft04 = "default" in AjvDraft04Module ? AjvDraft04Module.default : AjvDraft04Module;

const settings: Options = {
  strict: false,
  ownProperties: true,
  loopRequired: 0,
  validateSchema: false,
  logger: false,
  // Each validator runs a few times only: what optimising costs never comes back.
  code: { optimize: false },
};

const makers: Readonly<Record<Dialect, (options: Options) => AnyAjv>> = {
  "draft-04": (options) => new AjvDraft04(options),
  "draft-06": (options) => new Ajv(options).addMetaSchema(draft06),
  "draft-07": (options) => new Ajv(options),
  "2019-09": (options) => new Ajv2019(options),
  "2020-12": (options) => new Ajv2020(options),
};

/** Ajv as the second opinion: the class of the dialect, own members only, formats by the same tests as ours. */
export function makeAjvOracle(): Oracle {
  const instances = new Map<string, { readonly ajv: AnyAjv; uses: number }>();
  const compiled = new WeakMap<object, Map<string, (instance: Json) => boolean>>();

  function instanceOf({ dialect, formats }: OracleOptions): AnyAjv {
    const key = `${dialect} ${formats.size > 0}`;
    const known = instances.get(key);
    // An instance keeps something of every schema it compiled.
    if (known !== undefined && known.uses++ < usesLimit) return known.ajv;
    const ajv = makers[dialect]({
      ...settings,
      // Before 2019-09 a reference hides its neighbours.
      ignoreKeywordsWithRef: isLegacy(dialect),
      validateFormats: formats.size > 0,
      formats: Object.fromEntries(formats),
    });
    instances.set(key, { ajv, uses: 1 });
    return ajv;
  }

  return {
    name: "Ajv",
    compile(schema, options) {
      const key = `${options.dialect} ${options.formats.size > 0}`;
      const known = typeof schema === "object" ? compiled.get(schema)?.get(key) : undefined;
      if (known !== undefined) return known;
      const ajv = instanceOf(options);
      const read = readable(schema, options.dialect);
      const validate = compileApart(ajv, read);
      const accepts = (instance: Json) => validate(instance) === true;
      if (typeof schema === "object") {
        compiled.set(schema, (compiled.get(schema) ?? new Map()).set(key, accepts));
      }
      return accepts;
    },
  };
}

/** The next schema may bear the same identifier, whether this one compiled or not. */
function compileApart(ajv: AnyAjv, schema: Schema) {
  try {
    return ajv.compile(schema);
  } finally {
    if (typeof schema === "object") ajv.removeSchema(schema);
  }
}

/**
 * Ajv refuses a `$schema` it does not know, whatever else it is told (the dialect is settled before), and loses `#`
 * where the root has no identifier.
 */
function readable(schema: Schema, dialect: Dialect): Schema {
  if (!isObject(schema)) return schema;
  const { $schema: _, ...rest } = schema;
  const identifier = dialect === "draft-04" ? "id" : "$id";
  return Object.hasOwn(rest, identifier) ? rest : { [identifier]: "https://root.invalid/schema", ...rest };
}
