import { type ErrorCode, WaybillError } from "../errors.ts";
import { evaluate } from "../evaluate/index.ts";
import type { JsonObject, Schema, SourceDocument, ValidationError } from "../model.ts";
import { walk } from "../schema/children.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";
import { closest } from "./closest.ts";

/**
 * The value of a settings file (`namespace.yaml`, `waybill.yaml`) once its schema accepts it.
 * @throws WaybillError with the given code at the first member that is wrong; unknown keys come with a suggestion.
 */
export function requireSettings(document: SourceDocument, schema: JsonObject, code: ErrorCode): JsonObject {
  const { value } = document;
  const { errors } = evaluate(schema, value);
  const [first] = errors;
  if (first !== undefined) throw settingsError(document, deepest(errors, first), schema, code);
  if (isObject(value)) return value;
  throw new WaybillError(code, "settings are a mapping of names to values", { place: document.place("") });
}

/** The error nearest to what the author wrote: the deepest place. */
function deepest(errors: readonly ValidationError[], first: ValidationError): ValidationError {
  // An unknown key is a place of its own, below the object that is reported.
  const depth = ({ pointer, params }: ValidationError) =>
    pointer.split("/").length + (own(params, "additionalProperty") === undefined ? 0 : 1);
  return errors.reduce((best, error) => (depth(error) > depth(best) ? error : best), first);
}

function settingsError(
  document: SourceDocument,
  { pointer, message, params }: ValidationError,
  schema: Schema,
  code: ErrorCode,
): WaybillError {
  const unknown = own(params, "additionalProperty");
  if (typeof unknown === "string") {
    const here = append(pointer, unknown);
    const suggestion = closest(unknown, knownNames(schema));
    const hint =
      suggestion === undefined ? "remove it, or see docs/configuration.md" : `did you mean "${suggestion}"?`;
    return new WaybillError(code, `unknown key "${unknown}"`, {
      place: { ...document.place(here), pointer: here },
      hint,
    });
  }
  const allowed = own(params, "allowedValues");
  const hint = isArray(allowed) ? `one of ${allowed.join(", ")}` : "see docs/configuration.md";
  const place = { ...document.place(pointer), pointer };
  return new WaybillError(code, `${pointer === "" ? "" : `"${pointer}" `}${message}`, { place, hint });
}

function knownNames(schema: Schema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { schema: inner } of walk(schema, "2020-12")) {
    const properties = isObject(inner) ? own(inner, "properties") : undefined;
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
  }
  return names;
}
