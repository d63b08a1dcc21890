// json-schema-to-typescript over the listed files, without its formatter, each to a file in one folder.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const [list, out] = process.argv.slice(2);
const options = { format: false, bannerComment: "", $refOptions: { resolve: { http: false } } };
mkdirSync(out);
for (const { file, at } of JSON.parse(readFileSync(list, "utf8"))) {
  const schema = unaddressed(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(`${out}/${at}.ts`, await compile(schema, "Root", options));
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
