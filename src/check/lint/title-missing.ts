import { own } from "../../schema/json.ts";
import type { LintRule } from "./rule.ts";

export const titleMissing: LintRule = {
  id: "TITLE_MISSING",
  severity: "warning",
  summary: "a subject has a title and a description",
  why: "the title heads the postcard and the description is what a reader sees first",
  fix: 'add "title" and "description" to the root of the schema',
  check: ({ schema, pointer }) =>
    pointer === ""
      ? ["title", "description"]
          .filter((name) => !hasText(own(schema, name)))
          .map((name) => ({ message: `the schema has no ${name}` }))
      : [],
};

function hasText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
