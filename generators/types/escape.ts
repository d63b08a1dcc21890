import { tsString } from "../../src/escape/index.ts";

export { tsComment, tsPropertyKey, tsString } from "../../src/escape/index.ts";

/** The text between backticks of a template literal type. */
export function templateText(text: string): string {
  const plain = tsString(text).slice(1, -1).replaceAll('\\"', '"');
  return plain.replaceAll("`", "\\`").replaceAll("${", "\\${");
}
