// json-schema-to-typescript over every frozen version of a registry, without its formatter, into a folder.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";

const [registry, out] = process.argv.slice(2);
const options = { format: false, bannerComment: "", $refOptions: { resolve: { http: false } } };
for (const entry of readdirSync(registry, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.parentPath.endsWith("versions")) continue;
  const schema = unaddressed(JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8")));
  const folder = join(out, entry.parentPath.slice(registry.length));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "v1.ts"), await compile(schema, "Root", options));
}

/** It cannot resolve a bundled `urn:`; a pointer to the same place it can. */
function unaddressed(schema) {
  const where = new Map();
  for (const [key, { $id }] of Object.entries(schema.$defs ?? {})) if ($id) where.set($id, key);
  return JSON.parse(JSON.stringify(schema), (name, value) => {
    if (name === "$ref" && where.has(value)) return `#/$defs/${where.get(value).replaceAll("/", "~1")}`;
    return name === "$id" ? undefined : value;
  });
}

const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: Math.round((user + system) / 1000) }));
