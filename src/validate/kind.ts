import type { Json, KindBinding, ValidationError } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { append, valueAt } from "../schema/pointer.ts";

/** What an envelope says of its payload's schema; absent members are undefined. */
export interface SchemaBlock {
  /** Pointer to the block in the envelope. */
  readonly pointer: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  /** 64 hex digits. */
  readonly hash: string | undefined;
}

/** The block where the binding says it stands; empty where it names no place. */
export function schemaBlockOf(envelope: Json, { schema: pointer }: KindBinding): SchemaBlock {
  const block = pointer === undefined ? undefined : valueAt(envelope, pointer);
  const text = (name: string): string | undefined => {
    const value = isObject(block) ? own(block, name) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const hash = text("hash");
  const digits = hash === undefined ? null : /^(?:sha256:)?([0-9a-f]{64})$/.exec(hash);
  return { pointer: pointer ?? "", namespace: text("namespace"), name: text("name"), hash: digits?.[1] };
}

/** The kind and the schema block of one envelope must mean the same subject. */
export function disagreements(block: SchemaBlock, kind: string, subject: string): ValidationError[] {
  const slash = subject.indexOf("/");
  const expected = { namespace: subject.slice(0, slash), name: subject.slice(slash + 1) };
  const errors: ValidationError[] = [];
  for (const member of ["namespace", "name"] as const) {
    const said = block[member];
    if (said === undefined || said === expected[member]) continue;
    errors.push({
      pointer: append(block.pointer, member),
      keyword: "x-kinds",
      message: `must be "${expected[member]}": kind "${kind}" carries ${subject}`,
      params: { kind, subject, said },
    });
  }
  return errors;
}
