/** Streams of messages: reading lines, and routing each to its subject as `namespace.yaml` declares. */
export { type Condition, readCondition, readStreams, type Rule, type Stream } from "./declaration.ts";
export { streamsSchema } from "./declaration-schema.ts";
export { matchesGlob } from "./glob.ts";
export { type Line, readLines } from "./lines.ts";
export { holds, route, streamOf } from "./route.ts";
export type { Fault, Item } from "./item.ts";
export { type Form, readValues, type ReadValuesOptions } from "./values.ts";
