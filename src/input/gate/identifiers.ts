import { dialectOf } from "../../schema/dialect.ts";
import { isLegacy } from "../../schema/identify.ts";
import { own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { isSubjectUrn } from "../names.ts";
import { quote } from "../quote.ts";
import type { Rule } from "./rule.ts";

/** DIALECT_UNKNOWN and IDENTIFIER_FOREIGN: what a schema says it is must be something the registry knows. */
export const identifiers: Rule = ({ schema, pointer, dialect }, _, report) => {
  const uri = own(schema, "$schema");
  if (typeof uri === "string" && dialectOf(uri) === undefined) {
    report({
      code: "DIALECT_UNKNOWN",
      message: `$schema ${quote(uri)} is no dialect waybill reads`,
      pointer: append(pointer, "$schema"),
      hint: 'write "https://json-schema.org/draft/2020-12/schema"',
    });
  }
  const keyword = dialect === "draft-04" ? "id" : "$id";
  const id = own(schema, keyword);
  if (typeof id !== "string" || isSubjectUrn(id) || (isLegacy(dialect) && /^#[A-Za-z][\w.-]*$/.test(id)))
    return;
  report({
    code: "IDENTIFIER_FOREIGN",
    message: `"${keyword}" ${quote(id)} is no address of this registry`,
    pointer: append(pointer, keyword),
    hint: "remove it, publish writes urn:waybill:<namespace>:<Subject>:<n>",
  });
};
