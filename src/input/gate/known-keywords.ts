import { append } from "../../schema/pointer.ts";
import { keywordOf, keywords, ownAnnotations } from "../../schema/keywords.ts";
import { quote } from "../quote.ts";
import type { Rule } from "./rule.ts";

const annotations: ReadonlySet<string> = new Set(ownAnnotations);

/** KEYWORD_UNKNOWN: validators ignore what they do not know, so a typo would check nothing. */
export const knownKeywords: Rule = ({ schema, pointer, dialect }, _, report) => {
  for (const name of Object.keys(schema)) {
    if (keywordOf(name, dialect) !== undefined || annotations.has(name)) continue;
    report({
      code: "KEYWORD_UNKNOWN",
      message: `${quote(name)} is no keyword of ${dialect}`,
      pointer: append(pointer, name),
      hint: hintFor(name),
    });
  }
};

function hintFor(name: string): string {
  if (keywords.some((keyword) => keyword.name === name))
    return "another draft has it: change $schema, or the keyword";
  const folded = name.toLowerCase();
  const meant = keywords.find((keyword) => keyword.name.toLowerCase() === folded);
  if (meant !== undefined) return `write it as "${meant.name}"`;
  if (name.startsWith("x-")) return `the annotations are ${ownAnnotations.join(", ")}`;
  return "remove it, or say it in description or $comment";
}
