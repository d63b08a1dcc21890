import type { Draft, Finding, Json, JsonObject, Namespace, Registry, Subject } from "../../model.ts";
import { subjectReferences } from "../../registry/references.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/**
 * Every field of a stored subject has a home. Seed 000: the envelope goes through the enqueue path as it is, so a field
 * lands in a column that is there or in the JSON of one; seed 002: envelope fields are columns, the payload is JSON.
 */
export const storage: Check = {
  name: "storage",
  summary: "every field of a stored subject has a column or a key that is there",
  run: ({ registry, base, wanted }): readonly Finding[] =>
    [...registry.namespaces.values()].flatMap((namespace) => {
      const declared = tablesOf(namespace, base?.namespaces.get(namespace.name));
      return Object.entries(declared).flatMap(([name, table]) => {
        const address = `${namespace.name}/${name}`;
        const subject = registry.subjects.get(address);
        if (subject === undefined) return [unknownSubject(namespace, name)];
        return wanted(address) && isObject(table) ? homeless(subject, table, registry) : [];
      });
    }),
};

/** The declared tables: those of the base stay declared, and one that is used as it is keeps its columns. */
function tablesOf(namespace: Namespace, before: Namespace | undefined): JsonObject {
  const [mine, theirs] = [namespace, before].map((side) => {
    const declared = side === undefined ? undefined : own(side.settings, "storage");
    return isObject(declared) ? declared : {};
  });
  const kept = Object.entries(theirs ?? {}).filter(
    ([name, table]) =>
      !Object.hasOwn(mine ?? {}, name) || (isObject(table) && own(table, "migration") === "none"),
  );
  return { ...mine, ...Object.fromEntries(kept) };
}

function unknownSubject(namespace: Namespace, name: string): Finding {
  return finding({
    rule: "STORAGE_SUBJECT_UNKNOWN",
    severity: "error",
    subject: namespace.name,
    ...at(namespace.document, append("/storage", name)),
    message: `storage is declared for "${name}", which is no subject of ${namespace.name}`,
    why: "a table for nothing checks nothing",
    fix: "name a subject of this namespace",
    fragments: [name],
  });
}

function homeless(subject: Subject, table: JsonObject, registry: Registry): readonly Finding[] {
  const { draft } = subject;
  if (draft === undefined) return [];
  return fieldsOf(draft).flatMap(([name, schema]) => {
    const wrong = problemOf(schema, draft, table, registry);
    if (wrong === undefined) return [];
    return [
      finding({
        rule: "STORAGE_HOME_MISSING",
        severity: "error",
        subject: subject.address,
        ...at(draft.document, append("/properties", name)),
        message: `field "${name}" ${wrong}`,
        why:
          own(table, "migration") === "none"
            ? `"${String(own(table, "table"))}" is used as it is; a field without a home would need a migration`
            : "what has no home is lost when the message is stored",
        fix: 'say where it lives: "x-storage": {"column": ...}, or {"json": ..., "key": ...}',
        fragments: [name, wrong],
      }),
    ];
  });
}

function fieldsOf({ schema }: Draft): readonly (readonly [string, Json])[] {
  const properties = isObject(schema) ? own(schema, "properties") : undefined;
  return isObject(properties) ? Object.entries(properties) : [];
}

/** What is wrong with a field's home; undefined where it has one. A field of fields may have one for each. */
function problemOf(schema: Json, draft: Draft, table: JsonObject, registry: Registry): string | undefined {
  const home = isObject(schema) ? own(schema, "x-storage") : undefined;
  if (home === undefined) return innerHomes(schema, draft, registry) ? undefined : "has no home";
  const [column, json] = ["column", "json"].map((name) => (isObject(home) ? own(home, name) : undefined));
  if (column === undefined && json === undefined)
    return home === "json" ? undefined : 'has a home that names neither "column" nor "json"';
  const columns = own(table, "columns");
  const named = [column, json].filter((one) => one !== undefined);
  const absent = isArray(columns) ? named.find((one) => !columns.includes(one)) : undefined;
  if (absent !== undefined)
    return `is to live in column "${String(absent)}", which "${String(own(table, "table"))}" does not have`;
  if (column === undefined && isObject(home) && typeof own(home, "key") !== "string") {
    return `is to live in the JSON of "${String(json)}", under no key`;
  }
  return undefined;
}

/** Whether each member of a field has a home of its own: its own properties, or those of the subject it refers to. */
function innerHomes(schema: Json, { dialect }: Draft, { subjects }: Registry): boolean {
  if (!isObject(schema)) return false;
  const [reference] = subjectReferences(schema, dialect);
  const target = reference === undefined ? undefined : subjects.get(reference.subject)?.draft?.schema;
  const properties = own(isObject(target) ? target : schema, "properties");
  const members = isObject(properties) ? Object.values(properties) : [];
  return (
    members.length > 0 &&
    members.every((member) => isObject(member) && own(member, "x-storage") !== undefined)
  );
}
