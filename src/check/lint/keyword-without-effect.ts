import { isArray, own } from "../../schema/json.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import type { LintReport, LintRule } from "./rule.ts";

export const keywordWithoutEffect: LintRule = {
  id: "KEYWORD_WITHOUT_EFFECT",
  severity: "error",
  summary: "no keyword speaks of a type the schema does not allow",
  why: "a keyword that can never apply looks like a promise and is none",
  fix: "remove the keyword, or allow the type it speaks of",
  check({ schema, pointer, dialect }): readonly LintReport[] {
    const type = own(schema, "type");
    const allowed = isArray(type) ? type : type === undefined ? undefined : [type];
    const reports: LintReport[] = [];
    for (const name of Object.keys(schema)) {
      const speaksOf = keywordOf(name, dialect)?.type;
      if (speaksOf === undefined || allowed === undefined) continue;
      const types = speaksOf === "number" ? ["number", "integer"] : [speaksOf];
      if (!types.some((one) => allowed.includes(one))) {
        reports.push({
          message: `"${name}" speaks of type ${speaksOf}, which the schema does not allow`,
          pointer: append(pointer, name),
        });
      }
    }
    for (const [name, needs] of [
      ["then", "if"],
      ["else", "if"],
      ["minContains", "contains"],
      ["maxContains", "contains"],
      ["additionalItems", "items"],
    ] as const) {
      if (
        keywordOf(name, dialect) !== undefined &&
        Object.hasOwn(schema, name) &&
        !Object.hasOwn(schema, needs)
      ) {
        reports.push({
          message: `"${name}" has no effect without "${needs}"`,
          pointer: append(pointer, name),
        });
      }
    }
    if (dialect.startsWith("draft-") && Object.hasOwn(schema, "$ref")) {
      const beside = Object.keys(schema).filter(
        (name) => name !== "$ref" && keywordOf(name, dialect)?.role === "assertion",
      );
      reports.push(
        ...beside.map((name) => ({
          message: `"${name}" beside "$ref" has no effect in ${dialect}`,
          pointer: append(pointer, name),
        })),
      );
    }
    return reports;
  },
};
