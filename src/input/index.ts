/** The gate: every byte from outside is read here, before any library sees it. */
export { bounds, type Bounds, type Profile } from "./bounds.ts";
export { decode } from "./decode.ts";
export { gateSchema } from "./gate/gate-schema.ts";
export type { Issue } from "./gate/rule.ts";
export { checkFileName, checkName, collidingNames, hiddenCharacter, isSubjectUrn } from "./names.ts";
export { quote } from "./quote.ts";
export { readFileStrict, type ReadFileOptions } from "./read-file.ts";
export { type LineResult, readJson, readJsonLine, type ReadOptions } from "./read-json.ts";
export { readYaml } from "./read-yaml.ts";
