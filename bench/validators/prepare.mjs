// Emits what is to be measured into a temporary folder: our validators of the registry, and the peers' of the same schemas.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The project's own sources as one module, so that the benchmark runs what stands there now. */
export async function loadProject() {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  const outfile = join(folder, "project.mjs");
  // What is resolved when it runs, as the checker of patterns is.
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const from = (path) => JSON.stringify(join(project, path));
  await build({
    stdin: {
      contents: `
        export { formats } from ${from("src/formats/index.ts")};
        export { checkPatterns } from ${from("src/input/patterns.ts")};
        export { walk } from ${from("src/schema/children.ts")};
        export { loadRegistry } from ${from("src/registry/load.ts")};
        export { folderTree } from ${from("src/registry/tree.ts")};
        export { unitsOf } from ${from("src/generate/units.ts")};
        export { emitValidator, validators } from ${from("generators/validators/index.ts")};`,
      resolveDir: project,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  return { folder, ...(await import(pathToFileURL(outfile).href)) };
}

/** Writes generated files below a folder. */
export function write(folder, files) {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * The schema a peer needs to judge all that our envelope judges: the envelope's, and for each kind an `if` and `then` with
 * the payload's schema and what the block that names it must say.
 */
export function peerSchema(unit, latest) {
  const schema = structuredClone(unit.schema);
  if (unit.binding === undefined) return schema;
  const { discriminator, payload, map, schema: block } = unit.binding;
  const subjects = [...new Set(Object.values(map))];
  const hashesOf = (subject) => latest.get(subject).history.map(({ hash }) => hash.slice("sha256:".length));
  const kinds = Object.entries(map).map(([kind, subject]) => {
    const inner = latest.get(subject);
    const others = subjects.filter((other) => other !== subject).flatMap(hashesOf);
    const names = {
      namespace: { const: inner.namespace },
      name: { const: inner.name },
      hash: { not: { enum: others } },
    };
    const named = block === undefined ? [] : [nest(block, { properties: names }, false)];
    return {
      if: nest(discriminator, { const: kind }, true),
      then: { allOf: [nest(payload, { $ref: inner.schema.$id }, false), ...named] },
    };
  });
  const defs = Object.fromEntries(subjects.map((subject) => [subject, latest.get(subject).schema]));
  const { "x-kinds": _, ...rest } = schema;
  return { ...rest, allOf: [...(schema.allOf ?? []), ...kinds], $defs: { ...schema.$defs, ...hoist(defs) } };
}

/** Pinned versions that several payloads bundle stand once. */
function hoist(defs) {
  const out = {};
  const visit = (name, schema) => {
    const { $defs = {}, ...rest } = structuredClone(schema);
    out[name] = rest;
    for (const [inner, held] of Object.entries($defs)) {
      if (held.$id?.startsWith("urn:waybill:")) visit(inner, held);
      else rest.$defs = { ...rest.$defs, [inner]: held };
    }
  };
  for (const [name, schema] of Object.entries(defs)) visit(name, schema);
  return out;
}

function nest(pointer, schema, required) {
  return pointer
    .split("/")
    .slice(1)
    .reduceRight(
      (inner, name) => ({ properties: { [name]: inner }, ...(required ? { required: [name] } : {}) }),
      schema,
    );
}

export function jsonFilesIn(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
}
