import { closest } from "../config/closest.ts";
import { requireSettings } from "../config/settings.ts";
import { WaybillError } from "../errors.ts";
import type { Json, JsonObject, Namespace, Registry } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { append, parsePointer } from "../schema/pointer.ts";
import { streamsSchema } from "./declaration-schema.ts";

/** A declared stream: which files it is and which lines in it are of which subject. */
export interface Stream {
  readonly name: string;
  /** Globs; empty where the stream names no files. */
  readonly files: readonly string[];
  /** Tried in order; the first that holds wins. */
  readonly rules: readonly Rule[];
  /** The declaration whole, for what holds between lines. */
  readonly settings: JsonObject;
}

export interface Rule {
  readonly conditions: readonly Condition[];
  /** `mission.v1/StatusEvent` */
  readonly subject: string;
  /** Pointer to the line's own version; undefined where lines carry none. */
  readonly version: string | undefined;
}

export interface Condition {
  /** Pointer into the line. */
  readonly pointer: string;
  /** One of these values, or that there is (or is not) something at all. */
  readonly holds: readonly Json[] | "present" | "absent";
}

/**
 * The streams a namespace declares, in the order written.
 * @throws WaybillError MALFORMED at the member of namespace.yaml that is wrong, with a suggestion.
 */
export function readStreams(namespace: Namespace, registry: Registry): readonly Stream[] {
  const declared = own(namespace.settings, "streams");
  if (declared === undefined) return [];
  // The whole document, so that places and pointers are the file's.
  requireSettings(
    namespace.document,
    { type: "object", properties: { streams: streamsSchema } },
    "MALFORMED",
  );
  return Object.entries(objectOf(declared)).map(([name, value]) => {
    const stream = objectOf(value);
    const rules = listOf(own(stream, "route")).map((rule, index) =>
      readRule(objectOf(rule), `${append("", name)}/route/${index}`, namespace, registry),
    );
    const files = own(stream, "files");
    return { name, files: typeof files === "string" ? [files] : textsOf(files), rules, settings: stream };
  });
}

function readRule(rule: JsonObject, pointer: string, namespace: Namespace, registry: Registry): Rule {
  const written = textOf(own(rule, "subject")) ?? "";
  const subject = written.includes("/") ? written : `${namespace.name}/${written}`;
  if (!registry.subjects.has(subject)) {
    const near = closest(subject, registry.subjects.keys());
    const at = `/streams${pointer}/subject`;
    throw new WaybillError("MALFORMED", `the rule routes to "${subject}", which is no subject`, {
      place: { ...namespace.document.place(at), pointer: at },
      ...(near !== undefined && { hint: `did you mean "${near}"?` }),
    });
  }
  const conditions = Object.entries(objectOf(own(rule, "when"))).map(([key, value]) =>
    readCondition(key, value),
  );
  return { conditions, subject, version: textOf(own(rule, "version")) };
}

/** A key is a member's name, or a pointer where it begins with `/`. */
export function readCondition(key: string, value: Json): Condition {
  const pointer = key.startsWith("/") && parsePointer(key) !== undefined ? key : append("", key);
  if (isArray(value)) return { pointer, holds: value };
  if (!isObject(value)) return { pointer, holds: [value] };
  return { pointer, holds: own(value, "present") === true ? "present" : "absent" };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((entry) => typeof entry === "string");
}
