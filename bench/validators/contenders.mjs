// The peers: a schema to `accepts(value)`. All run the same format functions, and their own default options.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { Set as setFormat } from "typebox/format";
import { Compile } from "typebox/schema";

const annotations = [
  "x-kinds",
  "x-assigned-by",
  "x-redact",
  "x-since",
  "x-sunset",
  "x-storage",
  "x-invariants",
];
const require = createRequire(import.meta.url);

function ajv(formats, schema, options) {
  const Class = schema.$schema?.includes("draft-07") ? Ajv : Ajv2020;
  const instance = new Class({ strict: false, logger: false, ...options });
  for (const name of annotations) instance.addKeyword(name);
  for (const [name, test] of formats) instance.addFormat(name, test);
  return instance;
}

/** Ajv's standalone module, bundled as a user would ship it; answers its path. */
export async function ajvStandalone(formats, folder, name, schema, options = {}) {
  const instance = ajv(formats, schema, {
    ...options,
    code: { source: true, esm: true, formats: _`require("./formats.mjs").default` },
  });
  const source = join(folder, `${name}.ajv-source.mjs`);
  const outfile = join(folder, `${name}.ajv.mjs`);
  writeFileSync(
    join(folder, "formats.mjs"),
    `import { formats } from "./project.mjs";\nexport default Object.fromEntries(formats);\n`,
  );
  writeFileSync(source, standalone(instance, instance.compile(schema)));
  await build({
    entryPoints: [source],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    nodePaths: [join(require.resolve("ajv"), "../../..")],
    external: ["./project.mjs"],
  });
  return outfile;
}

export const peers = {
  ajv: async ({ formats }, _name, schema) => ajv(formats, schema).compile(schema),
  "ajv standalone": async ({ formats, folder }, name, schema) =>
    (await import(pathToFileURL(await ajvStandalone(formats, folder, name, schema)).href)).default,
  typebox: async ({ formats }, _name, schema) => {
    for (const [name, test] of formats) setFormat(name, test);
    const compiled = Compile(schema);
    return (value) => compiled.Check(value);
  },
  schemasafe: async ({ formats }, _name, schema) => {
    const { validator } = require("@exodus/schemasafe");
    return validator(schema, { mode: "lax", formats: Object.fromEntries(formats), includeErrors: false });
  },
};
