import { type TSchemaOptions, Type } from "typebox";

/** Every field says what it means; the other options are JSON Schema keywords and our `x-` annotations. */
export interface FieldOptions extends TSchemaOptions {
  readonly description: string;
}

/** Any string. */
export function Text(
  options: FieldOptions & {
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: string;
  },
) {
  return Type.String(options);
}

/** 26 characters of Crockford's base 32, as the seed of `cogo.v1` writes it; sorts by the time of making. */
export function Ulid(options: FieldOptions) {
  return Type.String({ ...options, pattern: "^[0-9A-HJKMNP-TV-Z]{26}$" });
}

/** RFC 9562, any version, with hyphens. */
export function Uuid(options: FieldOptions) {
  return Type.String({ ...options, format: "uuid" });
}

/** RFC 3339 date-time. */
export function Timestamp(options: FieldOptions) {
  return Type.String({ ...options, format: "date-time" });
}

/** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them. */
export function EpochMs(options: FieldOptions) {
  return Type.Integer({ ...options, minimum: 0 });
}

/** 64 lower-case hex digits, without a prefix. */
export function Sha256(options: FieldOptions) {
  return Type.String({ ...options, pattern: "^[0-9a-f]{64}$" });
}

/** A whole number that is never negative. */
export function Count(options: FieldOptions & { readonly minimum?: number; readonly maximum?: number }) {
  return Type.Integer({ minimum: 0, ...options });
}
