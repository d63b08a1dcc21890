/** One escape function per target; text from a schema reaches an output through one of these or not at all. */
export { type CiPlace, ciCommand, ciLine } from "./ci-command.ts";
export { html } from "./html.ts";
export { markdownCell, markdownCode, markdownText } from "./markdown.ts";
export { sqlIdentifier, sqlString } from "./sql.ts";
export { terminal } from "./terminal.ts";
export { tsComment } from "./ts-comment.ts";
export { tsIdentifier } from "./ts-identifier.ts";
export { tsLiteral } from "./ts-literal.ts";
export { tsPropertyKey } from "./ts-property-key.ts";
export { tsString } from "./ts-string.ts";
