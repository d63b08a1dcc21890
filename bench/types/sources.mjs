// What the types are measured on: the official suite, the built-in registry with its examples, recorded releases.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

export const data = process.env.WAYBILL_DATA ?? "../shared/data";
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const drafts = { draft7: "draft-07", "draft2019-09": "2019-09", "draft2020-12": "2020-12" };

/** The required part of the suite by draft, and its remote documents by URI. */
export function suite() {
  const folder = join(data, "json-schema-test-suite");
  if (!existsSync(folder)) return undefined;
  const byDraft = {};
  for (const [draft, dialect] of Object.entries(drafts)) {
    const files = readdirSync(join(folder, draft)).filter((name) => name.endsWith(".json"));
    byDraft[dialect] = files.flatMap((file) =>
      read(join(folder, draft, file)).map((group) => ({ ...group, dialect })),
    );
  }
  const remotes = new Map();
  const visit = (path, uri) => {
    for (const name of readdirSync(path)) {
      const below = join(path, name);
      if (statSync(below).isDirectory()) visit(below, `${uri}/${name}`);
      else remotes.set(`${uri}/${name}`, read(below));
    }
  };
  visit(join(folder, "remotes"), "http://localhost:1234");
  return { byDraft, remotes };
}

/** Every frozen version of the registry with all examples of its subject. */
export function registry(root = "registry") {
  const groups = [];
  for (const namespace of readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory())) {
    if (namespace === "accepted") continue;
    for (const name of readdirSync(join(root, namespace))) {
      const versions = join(root, namespace, name, "versions");
      const examples = join(root, namespace, name, "examples");
      if (!existsSync(versions)) continue;
      const instances = ["valid", "invalid"].flatMap((kind) => {
        const folder = join(examples, kind);
        const files = existsSync(folder) ? readdirSync(folder) : [];
        return files
          .map((file) => read(join(folder, file)))
          .map((one) => (kind === "valid" ? one : one.instance));
      });
      for (const file of readdirSync(versions).filter((each) => each.endsWith(".json"))) {
        groups.push(grouped(read(join(versions, file)), instances));
      }
    }
  }
  return groups;
}

/** The schemas of every release, with the fixtures of that release that they accept. */
export function releases() {
  const root = join(data, "seeds/spec-kitty-events");
  if (!existsSync(root)) return undefined;
  const names = read(join(root, "event_type_to_schema.json"));
  const groups = [];
  for (const tag of readdirSync(join(root, "tags"))) {
    const schemas = join(root, "tags", tag, "schemas");
    if (!existsSync(schemas)) continue;
    const fixtures = fixturesOf(join(root, "tags", tag, "conformance/fixtures"), names);
    for (const file of readdirSync(schemas).filter((each) => each.endsWith(".schema.json"))) {
      groups.push(grouped(read(join(schemas, file)), fixtures.get(file.slice(0, -12)) ?? []));
    }
  }
  return groups;
}

function fixturesOf(folder, names) {
  const found = new Map();
  if (!existsSync(join(folder, "manifest.json"))) return found;
  for (const { path, event_type: type } of read(join(folder, "manifest.json")).fixtures) {
    const schema = names[type];
    if (schema === undefined || !path.endsWith(".json") || !existsSync(join(folder, path))) continue;
    found.set(schema, [...(found.get(schema) ?? []), read(join(folder, path))]);
  }
  return found;
}

/** Instances with what a reference validator says of them. */
function grouped(schema, instances) {
  const legacy = String(schema.$schema ?? "").includes("draft-07");
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, validateSchema: false });
  const validate = ajv.compile({ ...schema, $schema: undefined });
  const tests = instances.map((instance) => ({ data: instance, valid: validate(instance) }));
  return { schema, dialect: legacy ? "draft-07" : "2020-12", tests };
}
