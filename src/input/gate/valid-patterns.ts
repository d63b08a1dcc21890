import { isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { quote } from "../quote.ts";
import type { Issue, Rule } from "./rule.ts";

/** PATTERN_INVALID: `pattern` and the names of `patternProperties` are ECMA-262 with Unicode, as validators run them. */
export const validPatterns: Rule = function* ({ schema, pointer }): Iterable<Issue> {
  const pattern = own(schema, "pattern");
  if (typeof pattern === "string") yield* judge(pattern, `${pointer}/pattern`);
  const byPattern = own(schema, "patternProperties");
  if (!isObject(byPattern)) return;
  for (const name of Object.keys(byPattern)) yield* judge(name, append(`${pointer}/patternProperties`, name));
};

function* judge(pattern: string, pointer: string): Iterable<Issue> {
  const reason = whyInvalid(pattern);
  if (reason === undefined) return;
  yield {
    code: "PATTERN_INVALID",
    message: `pattern ${quote(pattern)} is no regular expression: ${reason}`,
    pointer,
    hint: "write it as ECMA-262 with the u flag reads it: escape only what needs it",
  };
}

function whyInvalid(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split(": ").at(-1) ?? error.message) : String(error);
  }
}
