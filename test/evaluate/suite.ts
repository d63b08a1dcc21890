import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Dialect, Json, Schema } from "../../src/model.ts";

/** The official test suite, read from a folder beside the project; nothing of it is kept here. */
export const suiteFolder = join(process.env.WAYBILL_DATA ?? "../shared/data", "json-schema-test-suite");
export const suiteIsPresent = existsSync(suiteFolder);

export const suiteNames: Readonly<Record<Dialect, string>> = {
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

/** The groups of one dialect's folder (`""`) or of a folder in it (`optional`, `optional/format`). */
export function suiteGroups(dialect: Dialect, under = ""): readonly SuiteGroup[] {
  const folder = join(suiteFolder, suiteNames[dialect], under);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.flatMap((file) =>
    (JSON.parse(readFileSync(join(folder, file), "utf8")) as SuiteGroup[]).map((group) => ({
      ...group,
      file,
    })),
  );
}

/** The suite's remote documents under the addresses its schemas use, and the meta-schemas as the ajv packages carry them. */
export function suiteRemotes(): ReadonlyMap<string, Schema> {
  const remotes = new Map<string, Schema>();
  const root = join(suiteFolder, "remotes");
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `http://localhost:1234${path.slice(root.length).replaceAll("\\", "/")}`;
    remotes.set(address, JSON.parse(readFileSync(path, "utf8")));
  }
  const require = createRequire(import.meta.url);
  for (const name of metaSchemas) {
    const meta = require(name);
    remotes.set((meta.$id ?? meta.id).replace(/#$/, ""), meta);
  }
  return remotes;
}

const parts = (dialect: string, names: readonly string[]) => [
  `ajv/dist/refs/json-schema-${dialect}/schema.json`,
  ...names.map((name) => `ajv/dist/refs/json-schema-${dialect}/meta/${name}.json`),
];

const metaSchemas = [
  "ajv-draft-04/dist/refs/json-schema-draft-04.json",
  "ajv/dist/refs/json-schema-draft-06.json",
  "ajv/dist/refs/json-schema-draft-07.json",
  ...parts("2019-09", ["applicator", "content", "core", "format", "meta-data", "validation"]),
  ...parts("2020-12", [
    "applicator",
    "content",
    "core",
    "format-annotation",
    "meta-data",
    "unevaluated",
    "validation",
  ]),
];
