import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Dialect, Json, Schema } from "../../../src/model.ts";

const root = join(process.env.WAYBILL_DATA ?? "../shared/data", "json-schema-test-suite");
export const suitePresent = existsSync(join(root, "draft2020-12"));

export const suiteFolders: Readonly<Record<Dialect, string>> = {
  "draft-04": "draft4",
  "draft-06": "draft6",
  "draft-07": "draft7",
  "2019-09": "draft2019-09",
  "2020-12": "draft2020-12",
};

export interface SuiteGroup {
  readonly file: string;
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

/** The groups of a dialect's folder, without what lies deeper. */
export function suiteGroups(dialect: Dialect, below = ""): readonly SuiteGroup[] {
  const folder = join(root, suiteFolders[dialect], below);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const groups: readonly Omit<SuiteGroup, "file">[] = JSON.parse(
        readFileSync(join(folder, file), "utf8"),
      );
      return groups.map((group) => ({ ...group, file }));
    });
}

/** The suite's remote documents, and the meta-schemas, by the URI they are retrieved from. */
export function suiteRemotes(): ReadonlyMap<string, Schema> {
  const remotes = new Map<string, Schema>();
  const visit = (folder: string, uri: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path, `${uri}/${entry.name}`);
      else remotes.set(`${uri}/${entry.name}`, JSON.parse(readFileSync(path, "utf8")));
    }
  };
  visit(join(root, "remotes"), "http://localhost:1234");
  const require = createRequire(import.meta.url);
  const meta = (path: string) => {
    const schema = require(path);
    remotes.set(String(schema.$id ?? schema.id).replace(/#$/, ""), schema);
  };
  for (const draft of ["06", "07"]) meta(`ajv/dist/refs/json-schema-draft-${draft}.json`);
  meta("ajv-draft-04/dist/refs/json-schema-draft-04.json");
  const vocabularies = {
    "2019-09": ["applicator", "content", "core", "format", "meta-data", "validation"],
    "2020-12": [
      "applicator",
      "content",
      "core",
      "format-annotation",
      "meta-data",
      "unevaluated",
      "validation",
    ],
  };
  for (const [version, names] of Object.entries(vocabularies)) {
    meta(`ajv/dist/refs/json-schema-${version}/schema.json`);
    for (const name of names) meta(`ajv/dist/refs/json-schema-${version}/meta/${name}.json`);
  }
  return remotes;
}
