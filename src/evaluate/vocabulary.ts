import type { Dialect } from "../model.ts";
import { type Keyword, keywordOf } from "../schema/keywords.ts";
import type { Located } from "../schema/resources.ts";

/** Whether a keyword speaks at a place: the dialect has it, and a custom meta-schema did not leave its vocabulary out. */
export function speaks(name: string, { dialect, resource }: Located): boolean {
  const keyword = keywordOf(name, dialect);
  if (keyword === undefined) return false;
  if (resource.vocabularies === undefined || keyword.role === "identifier") return true;
  const vocabulary = vocabularyOf(keyword, dialect);
  return (
    vocabulary === "core" ||
    resource.vocabularies.has(`https://json-schema.org/draft/${dialect}/vocab/${vocabulary}`)
  );
}

function vocabularyOf({ name, role }: Keyword, dialect: Dialect): string {
  if (name.startsWith("$")) return "core";
  if (name === "format") return dialect === "2020-12" ? "format-annotation" : "format";
  if (name.startsWith("unevaluated")) return dialect === "2020-12" ? "unevaluated" : "applicator";
  return role === "assertion" ? "validation" : "applicator";
}
