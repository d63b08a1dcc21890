import { type Static, type TSchema, Type } from "typebox";
import type { KindBinding } from "../model.ts";
import { dialectUri } from "../schema/dialect.ts";

/** What a subject says of itself, above its shape. */
export interface About {
  readonly title: string;
  readonly description: string;
  /** 2020-12 unless an older writer must be met. */
  readonly dialect?: "2020-12" | "draft-07";
  readonly "x-kinds"?: KindBinding;
  /** Rules JSON Schema cannot hold, one sentence each; postcards show them. With a check, `validate` holds them. */
  readonly "x-invariants"?: readonly (string | CheckedRule)[];
}

/** A rule between members of one instance; see docs/invariants.md for what a check may say. */
export interface CheckedRule {
  readonly rule: string;
  readonly check: {
    readonly when?: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
    readonly equal?: readonly [string, string];
    readonly ordered?: readonly [string, string];
    readonly filled?: string;
  };
}

export type SubjectSchema<Shape extends TSchema = TSchema> = Shape & { readonly $schema: string };

/** The root of a draft: `schema.ts` exports it as `schema`. No `$id`: publishing writes it. */
export function subject<Shape extends TSchema>(about: About, shape: Shape): SubjectSchema<Shape> {
  const { dialect = "2020-12", ...rest } = about;
  return { ...shape, ...rest, $schema: dialectUri[dialect] };
}

/** A reference to another subject by address without version; publishing pins it. */
export function Ref<Target extends TSchema = TSchema>(
  address: string,
  options: { description?: string } = {},
) {
  const urn = `urn:waybill:${address.replace("/", ":")}`;
  return Type.Unsafe<Static<Target>>({ $ref: urn, ...options });
}
