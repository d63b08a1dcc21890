import type { Schema } from "../../model.ts";
import { isObject } from "../../schema/json.ts";
import type { Place } from "../changes/place.ts";
import { both, type Rule } from "./rule.ts";

const named = ($schema: string): Schema => ({
  $schema,
  properties: { id: { $ref: "#/definitions/text", maxLength: 2 } },
  definitions: { text: { type: "string" } },
});
const older = named("http://json-schema.org/draft-07/schema#");

/** Where a person says the dialect; the schema itself where a setting says it. */
function pointerTo({ index: { root } }: Place): string {
  return isObject(root.schema) && Object.hasOwn(root.schema, "$schema") ? "/$schema" : "";
}

export const dialectChanged: Rule = {
  id: "DIALECT_CHANGED",
  summary: "the schema is read in another dialect",
  why: "Dialects read some keywords otherwise, or not at all: what stands beside `$ref`, `if`, lists of `items`.",
  fix: "Keep the dialect here, and publish in the other one in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "DIALECT_CHANGED",
  about: "types",
  example: {
    before: older,
    after: named("https://json-schema.org/draft/2020-12/schema"),
    witness: { id: "aaa" },
    mended: { here: older },
  },
  *find({ old, next, where, under }) {
    const [before, after] = [old.index.root, next.index.root];
    const isRoot = where === "" && under === undefined && old.parts[0]?.located === before;
    if (!isRoot || before.dialect === after.dialect) return;
    yield {
      message: `dialect changed from ${before.dialect} to ${after.dialect}`,
      oldPointer: pointerTo(old),
      newPointer: pointerTo(next),
    };
  },
};
