import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Dialect, Json, Schema } from "../../../src/model.ts";

export const suiteFolder = join(process.env.WAYBILL_DATA ?? "../shared/data", "json-schema-test-suite");
export const suiteIsHere = existsSync(suiteFolder);

export interface Group {
  readonly draft: string;
  readonly dialect: Dialect;
  readonly file: string;
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const drafts: Readonly<Record<string, Dialect>> = {
  draft7: "draft-07",
  "draft2019-09": "2019-09",
  "draft2020-12": "2020-12",
};

/** The groups of the required part of the official suite, for the three newest drafts. */
export function groups(): readonly Group[] {
  return Object.entries(drafts).flatMap(([draft, dialect]) => {
    const folder = join(suiteFolder, draft);
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return files.flatMap((file) => {
      const all = JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<
        Group,
        "draft" | "dialect" | "file"
      >[];
      return all.map((group) => ({ ...group, draft, dialect, file }));
    });
  });
}

/** The suite's remote documents, by the URI it gives them. */
export function remotes(): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const visit = (folder: string, uri: string) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path, `${uri}/${name}`);
      else found.set(`${uri}/${name}`, JSON.parse(readFileSync(path, "utf8")) as Schema);
    }
  };
  visit(join(suiteFolder, "remotes"), "http://localhost:1234");
  return found;
}
