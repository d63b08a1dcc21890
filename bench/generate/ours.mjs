// What peer.mjs does, with our generator: every frozen version of a registry to a file of types, nothing else.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [registry, out, bundle] = process.argv.slice(2);
const { types } = await import(pathToFileURL(bundle).href);
for (const entry of readdirSync(registry, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.parentPath.endsWith("versions")) continue;
  const schema = JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const [namespace, name] = entry.parentPath.slice(registry.length + 1).split("/");
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
  for (const { path, text } of await types.files(unit, {})) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

function dependency({ $id }) {
  const [, , namespace, name, number] = $id?.split(":") ?? [];
  return $id === undefined
    ? []
    : [[$id, { id: $id, namespace, name, number: Number(number), stage: "stable" }]];
}

const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: Math.round((user + system) / 1000) }));
