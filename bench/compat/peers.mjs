import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Each peer answers "does new accept all that old does?": true, false, or throws. Preparing is not timed. */
export async function openPeers() {
  const jsoncompat = await import("jsoncompat");
  const wasm = require.resolve("jsoncompat").replace("jsoncompat_wasm.js", "jsoncompat_wasm_bg.wasm");
  jsoncompat.initSync({ module: readFileSync(wasm) });
  const { diffSchemas } = require("json-schema-diff");
  const { validateSchemaCompatibility } = require("json-schema-diff-validator");
  const compare = require("json-schema-compare");
  return [
    {
      name: "jsoncompat",
      prepare: (old, next) => [JSON.stringify(bare(old)), JSON.stringify(bare(next))],
      // A deserializer may only get more permissive: old documents must still be read.
      ask: ([old, next]) => jsoncompat.check_compat(old, next, "deserializer"),
    },
    {
      name: "json-schema-diff",
      prepare: (old, next) => [bare(old), bare(next)],
      ask: async ([sourceSchema, destinationSchema]) =>
        !(await diffSchemas({ sourceSchema, destinationSchema })).removalsFound,
    },
    {
      name: "json-schema-diff-validator",
      prepare: (old, next) => [bare(old), bare(next)],
      ask: ([old, next]) => {
        try {
          validateSchemaCompatibility(old, next);
          return true;
        } catch (error) {
          if (/not backward compatible/.test(String(error))) return false;
          throw error;
        }
      },
    },
    {
      name: "json-schema-compare",
      prepare: (old, next) => [bare(old), bare(next)],
      // Tells equal schemas only: what differs counts as breaking.
      ask: ([old, next]) => compare(old, next),
    },
  ];
}

/** Compiling both schemas once in one shared Ajv: the yardstick for what a verdict may cost. */
export function ajvYardstick(dialects) {
  const { Ajv } = require("ajv");
  const Draft04 = require("ajv-draft-04");
  const draft06 = require("ajv/dist/refs/json-schema-draft-06.json");
  const settings = {
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    validateFormats: false,
  };
  const shared = new Map(
    dialects.map((dialect) => [dialect, dialect === "draft-04" ? new Draft04(settings) : new Ajv(settings)]),
  );
  shared.get("draft-06")?.addMetaSchema(draft06);
  return {
    name: "compile both in a shared Ajv",
    prepare: (old, next) => [bare(old), bare(next)],
    ask: (schemas, dialect) => {
      for (const schema of schemas) shared.get(dialect).compile(schema);
      return undefined;
    },
  };
}

/** Without `$schema`: several tools refuse a schema whose `$schema` they do not know. */
function bare(schema) {
  if (typeof schema === "boolean") return schema;
  const { $schema: _, ...rest } = structuredClone(schema);
  return rest;
}
