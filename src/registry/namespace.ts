import { WaybillError } from "../errors.ts";
import type { Json, Namespace, PolicyName, SourceDocument, Stage, Subject, Tombstone } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { namespaceSchema } from "./namespace-schema.ts";
import { requireSettings } from "../config/settings.ts";

/** Reads `namespace.yaml`. @param otherwise the policy where it names none. @throws WaybillError MALFORMED at the member that is wrong, with a suggestion. */
export function readNamespace(
  name: string,
  document: SourceDocument,
  otherwise: PolicyName = "additive",
): Namespace {
  const settings = requireSettings(document, namespaceSchema, "MALFORMED");
  const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
  const list = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);
  const successorOf = own(settings, "successorOf");
  if (successorOf === name) {
    throw new WaybillError("MALFORMED", `namespace "${name}" is its own successor`, {
      place: document.place("/successorOf"),
      hint: "name the namespace it replaces",
    });
  }
  return {
    name,
    document,
    title: text(own(settings, "title")),
    description: text(own(settings, "description")),
    owners: list(own(settings, "owners")).map(text),
    policy: policyName(own(settings, "policy")) ?? otherwise,
    successorOf: typeof successorOf === "string" ? successorOf : undefined,
    tombstones: list(own(settings, "tombstones")).map(tombstone),
    settings,
  };
}

/** What `subjects: {Name: ...}` of the namespace says of one subject. */
export function subjectSettings(
  namespace: Namespace,
  name: string,
): Pick<Subject, "policy" | "stage" | "wireVersions"> {
  const all = own(namespace.settings, "subjects");
  const found = isObject(all) ? own(all, name) : undefined;
  const settings = isObject(found) ? found : {};
  const stage: Stage = own(settings, "stage") === "vocabulary" ? "vocabulary" : "stable";
  const wire = own(settings, "wireVersions");
  const wireVersions = new Map<string, number>();
  if (isObject(wire)) {
    for (const [spelling, number] of Object.entries(wire))
      if (typeof number === "number") wireVersions.set(spelling, number);
  }
  return { policy: policyName(own(settings, "policy")) ?? namespace.policy, stage, wireVersions };
}

function policyName(value: Json | undefined): PolicyName | undefined {
  // The settings' schema has checked the word.
  return typeof value === "string" ? (value as PolicyName) : undefined;
}

function tombstone(value: Json): Tombstone {
  if (typeof value === "string") return { name: value, reason: "retired" };
  const member = (name: string): string => {
    const found = isObject(value) ? own(value, name) : undefined;
    return typeof found === "string" ? found : "";
  };
  return { name: member("name"), reason: member("reason") };
}
