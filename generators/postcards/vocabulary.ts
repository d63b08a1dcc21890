import type { Unit } from "../../src/generate/contract.ts";
import { type Escaped, ours } from "../../src/generate/templates.ts";
import type { Json, JsonObject } from "../../src/model.ts";
import { isArray, isObject, own } from "../../src/schema/json.ts";
import { code, text } from "./markdown.ts";

/** One word of another vocabulary and what it means in this one. */
export interface WordLine {
  readonly source: Escaped;
  readonly word: Escaped;
  readonly means: Escaped;
  readonly note: Escaped;
}

/** The mappings onto a subject that `vocabularies` of `namespace.yaml` declares; ambiguous words say why. */
export function wordLines(unit: Unit): readonly WordLine[] {
  return members(own(unit.settings, "vocabularies"))
    .filter(([, vocabulary]) => own(vocabulary, "subject") === unit.subject)
    .flatMap(([, vocabulary]) => objects(own(vocabulary, "sources")).flatMap(sourceLines));
}

function sourceLines(source: JsonObject): readonly WordLine[] {
  const where = string(own(source, "where"));
  const name = ours`${text(string(own(source, "name")))}${where === "" ? ours`` : ours` (${text(where)})`}`;
  const ambiguous = own(source, "ambiguous");
  const mapped = strings(own(source, "map")).map(([word, kind]) => {
    const why = isObject(ambiguous) ? string(own(ambiguous, word)) : "";
    return {
      source: name,
      word: code(word),
      means: code(kind),
      note: why === "" ? ours`–` : ours`ambiguous: ${text(why)}`,
    };
  });
  const ruled = objects(own(source, "rules")).map((rule) => ({
    source: name,
    word: ours`like ${code(string(own(rule, "pattern")))}`,
    means: code(string(own(rule, "kind"))),
    note: ours`–`,
  }));
  const otherwise = string(own(source, "otherwise"));
  const rest = { source: name, word: ours`any other`, means: code(otherwise), note: ours`–` };
  return [...mapped, ...ruled, ...(otherwise === "" ? [] : [rest])];
}

function string(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

function members(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  return entries(value).flatMap(([name, found]) => (isObject(found) ? [[name, found] as const] : []));
}

function strings(value: Json | undefined): readonly (readonly [string, string])[] {
  return entries(value).flatMap(([name, found]) =>
    typeof found === "string" ? [[name, found] as const] : [],
  );
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.keys(value).map((name) => [name, own(value, name) ?? null] as const) : [];
}
