// What peer.mjs does, with our generator: the types of each listed file, and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [list, out, bundle] = process.argv.slice(2);
const { types } = await import(pathToFileURL(bundle).href);
mkdirSync(out);
for (const { file, at, namespace, name } of JSON.parse(readFileSync(list, "utf8"))) {
  const schema = JSON.parse(readFileSync(file, "utf8"));
  const unit = {
    subject: `${namespace}/${name}`,
    address: `${namespace}/${name}@1`,
    namespace,
    name,
    number: 1,
    stage: "stable",
    schema,
    prose: schema,
    dialect: "2020-12",
    hash: "",
    dependencies: new Map(Object.values(schema.$defs ?? {}).flatMap(dependency)),
  };
  for (const { text } of await types.files(unit, {})) writeFileSync(`${out}/${at}.ts`, text);
}

function dependency({ $id }) {
  const [, , namespace, name, number] = $id?.split(":") ?? [];
  return $id === undefined
    ? []
    : [[$id, { id: $id, namespace, name, number: Number(number), stage: "stable" }]];
}
