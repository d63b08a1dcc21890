/** Streams of messages: reading lines, and routing each to its subject as `namespace.yaml` declares. */
export { type Condition, readCondition, readStreams, type Rule, type Stream } from "./declaration.ts";
export { streamsSchema } from "./declaration-schema.ts";
export { matchesGlob } from "./glob.ts";
export { type Line, readLines } from "./lines.ts";
export { route, streamOf } from "./route.ts";
export { type Fault, type Item, readValues, type ReadValuesOptions } from "./values.ts";
