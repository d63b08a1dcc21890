import { isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { quote } from "../quote.ts";
import type { Report, Rule } from "./rule.ts";

/** PATTERN_INVALID: `pattern` and the names of `patternProperties` are ECMA-262 with Unicode, as validators run them. */
export const validPatterns: Rule = ({ schema, pointer }, _, report) => {
  const pattern = own(schema, "pattern");
  if (typeof pattern === "string") judge(pattern, `${pointer}/pattern`, report);
  const byPattern = own(schema, "patternProperties");
  if (!isObject(byPattern)) return;
  for (const name of Object.keys(byPattern))
    judge(name, append(`${pointer}/patternProperties`, name), report);
};

function judge(pattern: string, pointer: string, report: Report): void {
  const reason = whyInvalid(pattern);
  if (reason === undefined) return;
  report({
    code: "PATTERN_INVALID",
    message: `pattern ${quote(pattern)} is no regular expression: ${reason}`,
    pointer,
    hint: "write it as ECMA-262 with the u flag reads it: escape only what needs it",
  });
}

function whyInvalid(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split(": ").at(-1) ?? error.message) : String(error);
  }
}
