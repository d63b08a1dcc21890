/** The public library of waybill. */
export type * from "./model.ts";
export { WaybillError } from "./errors.ts";
export { contentHash, shapeHash } from "./canonical/index.ts";
