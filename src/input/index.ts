/** The gate: every byte from outside is read here, before any library sees it. */
export { bounds, type Bounds, type Profile } from "./bounds.ts";
export { readFileStrict, type ReadFileOptions } from "./read-file.ts";
export { readYaml } from "./read-yaml.ts";
export { type LineResult, readJson, readJsonLine, type ReadOptions } from "./read-json.ts";
