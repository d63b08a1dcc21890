/** What was found out before, kept outside every project: a pull request must not bring what it is judged by. */
export { build } from "./build.ts";
export { cacheFolder } from "./cache-folder.ts";
export { makeFolder } from "./make-folder.ts";
export { keyOf, type Memory } from "./memory.ts";
export { memoryFile } from "./memory-file.ts";
export { readSmall } from "./read-small.ts";
