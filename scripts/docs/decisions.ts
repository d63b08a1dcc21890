import { readdirSync, readFileSync } from "node:fs";
import { renderDecisions } from "../../src/generate/decisions.ts";
import { readJson } from "../../src/input/index.ts";
import type { JsonObject } from "../../src/model.ts";
import { isObject } from "../../src/schema/json.ts";

/** The ledger: one JSON file per decision, printed in order. */
export function decisionsPage(): string {
  const folder = "docs/decisions";
  const entries: JsonObject[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json")) continue;
    const file = `${folder}/${name}`;
    const { value } = readJson(readFileSync(file), { file, profile: "registry" });
    if (isObject(value)) entries.push(value);
  }
  return renderDecisions(entries);
}
