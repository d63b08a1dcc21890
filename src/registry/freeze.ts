import { contentHash, shapeHash } from "../canonical/index.ts";
import { WaybillError } from "../errors.ts";
import type { Draft, Json, JsonObject, Schema, Subject } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject } from "../schema/json.ts";
import { keywordOf } from "../schema/keywords.ts";
import { parseUrn, urnOf } from "./address.ts";
import { type Pin, pinnedShapes, withBundle } from "./pins.ts";
import { subjectReferences } from "./references.ts";
import { markSince } from "./since.ts";

/** A frozen schema that a subject's references can be pinned to. */
export interface Pinnable {
  readonly subject: string;
  readonly number: number;
  readonly schema: Schema;
  readonly dialect: Draft["dialect"];
}

export interface Frozen {
  readonly schema: JsonObject;
  readonly hash: string;
  readonly shape: string;
}

/**
 * What a draft is as version `number`: `$id` set, references pinned, dependencies bundled verbatim, `x-since` written.
 * `pin` gives the frozen version a subject reference means.
 * @throws WaybillError MALFORMED for a reference to an unknown subject, across dialects, or a boolean draft.
 */
export function freeze(
  subject: Subject,
  draft: Draft,
  number: number,
  pin: (subject: string) => Pinnable | undefined,
): Frozen {
  const { schema, dialect, document } = draft;
  if (!isObject(schema)) {
    throw new WaybillError("MALFORMED", "a subject's schema is an object", {
      place: document.place(""),
      hint: "a boolean accepts all or nothing; say what a document holds",
    });
  }
  const pins = new Map<string, Pinnable>();
  for (const reference of subjectReferences(schema, dialect)) {
    const target = pin(reference.subject);
    const place = { ...document.place(reference.pointer), pointer: reference.pointer };
    if (target === undefined) {
      throw new WaybillError("MALFORMED", `"${reference.uri}" refers to no published subject`, {
        place,
        hint: `publish "${reference.subject}" first, or correct the name`,
      });
    }
    const named = parseUrn(reference.uri)?.version;
    if (named !== undefined && named !== target.number) {
      throw new WaybillError(
        "MALFORMED",
        `"${reference.uri}" names version ${named}, where publishing pins version ${target.number}`,
        { place, hint: "name the subject alone; publishing pins its newest version" },
      );
    }
    if (target.dialect !== dialect) {
      throw new WaybillError(
        "MALFORMED",
        `"${reference.subject}" is ${target.dialect}, this schema is ${dialect}`,
        {
          place,
          hint: "references stay within one dialect; write both in the same one",
        },
      );
    }
    pins.set(reference.subject, target);
  }
  const pinned = pinReferences(schema, dialect, pins);
  const bundled = withBundle(pinned, dialect, [...pins.values()].flatMap(pinTo));
  const previous = subject.versions.findLast((version) => version.number < number);
  const frozen = identify(
    markSince(bundled, dialect, number, previous?.schema),
    urnOf(subject.address, number),
    dialect,
  );
  let shape: string | undefined;
  return {
    schema: frozen,
    // Only publishing asks for it.
    get hash() {
      return contentHash(frozen);
    },
    // Not asked for where the draft is still the version, word for word.
    get shape() {
      shape ??= shapeHash(frozen, dialect, pinnedShapes(frozen, dialect));
      return shape;
    },
  };
}

function pinTo({ subject, number, schema }: Pinnable): readonly Pin[] {
  return isObject(schema) ? [{ address: `${subject}@${number}`, urn: urnOf(subject, number), schema }] : [];
}

/** `$schema` and `$id` first, then the author's order. */
function identify(schema: JsonObject, id: string, dialect: Draft["dialect"]): JsonObject {
  const idName = dialect === "draft-04" ? "id" : "$id";
  const { $schema, [idName]: _old, ...rest } = schema;
  return { ...($schema !== undefined && { $schema }), [idName]: id, ...rest };
}

function pinReferences(
  schema: JsonObject,
  dialect: Draft["dialect"],
  pins: ReadonlyMap<string, Pinnable>,
): JsonObject {
  const rewrite = (value: Json): Json => {
    if (!isObject(value)) return value;
    const copy: [string, Json][] = Object.keys(value).map((name) => [
      name,
      rewriteMember(name, value[name] ?? null),
    ]);
    return Object.fromEntries(copy);
  };
  const rewriteMember = (name: string, value: Json): Json => {
    if (name === "$ref" && typeof value === "string") {
      const target = pins.get(parseUrn(value)?.subject ?? "");
      return target === undefined ? value : urnOf(target.subject, target.number);
    }
    const holds = keywordOf(name, dialect)?.holds ?? "none";
    if (holds === "none") return value;
    if (isArray(value)) return value.map((entry) => (isSchema(entry) ? rewrite(entry) : entry));
    if (!isObject(value) || holds === "schema" || holds === "schemaOrSchemas") return rewrite(value);
    return Object.fromEntries(Object.keys(value).map((key) => [key, rewrite(value[key] ?? null)]));
  };
  const result = rewrite(schema);
  return isObject(result) ? result : schema;
}
