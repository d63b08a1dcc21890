/**
 * What a `schema.ts` imports as `waybill/author`: TypeBox's `Type` and the shapes agent messages share.
 * Everything here builds plain JSON Schema; nothing of TypeBox reaches `schema.json`.
 */
export { Type } from "typebox";
export { Count, EpochMs, Sha256, Text, Timestamp, Ulid, Uuid } from "./scalars.ts";
export { ClosedEnum, OpenEnum } from "./enums.ts";
export { Annotate, Nullable, Open } from "./wrap.ts";
export { Members, When } from "./when.ts";
export { type About, Ref, type SubjectSchema, subject } from "./subject.ts";
