import { requireSettings } from "../config/settings.ts";
import { WaybillError } from "../errors.ts";
import type { Json, JsonObject, Namespace } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";
import { vocabulariesSchema } from "./declaration-schema.ts";
import type { Rule, Source } from "./map-word.ts";

/** A declared vocabulary: the subject that owns the words, and the rivals that are mapped onto them. */
export interface Vocabulary {
  readonly name: string;
  /** `mission.v1/Effector` */
  readonly subject: string;
  /** Pointer to the field that holds the kind. */
  readonly field: string;
  readonly sources: readonly DeclaredSource[];
}

export interface DeclaredSource extends Source {
  /** Where data hold words of this vocabulary. */
  readonly at: readonly { readonly subject: string; readonly field: string }[];
  /** Pointer to it in `namespace.yaml`. */
  readonly pointer: string;
}

/**
 * The vocabularies a namespace declares, in the order written.
 * @throws WaybillError MALFORMED at the member that is wrong: an unknown key, a pattern that is none, parts that do not
 * match its groups, a flag on a word that is not mapped.
 */
export function readVocabularies({ name, document, settings }: Namespace): readonly Vocabulary[] {
  if (own(settings, "vocabularies") === undefined) return [];
  requireSettings(
    document,
    { type: "object", properties: { vocabularies: vocabulariesSchema } },
    "MALFORMED",
  );
  return vocabulariesOf(name, settings, (pointer, message, hint) => {
    const place = { ...document.place(pointer), pointer };
    throw new WaybillError("MALFORMED", message, { place, hint });
  });
}

/** The same from settings that were read before, e.g. those a generator is given. */
export function vocabulariesOf(
  namespace: string,
  settings: JsonObject,
  refuse: Refuse,
): readonly Vocabulary[] {
  const address = (name: string) => (name.includes("/") ? name : `${namespace}/${name}`);
  return Object.entries(objectOf(own(settings, "vocabularies"))).map(([name, value]) => {
    const vocabulary = objectOf(value);
    return {
      name,
      subject: address(String(own(vocabulary, "subject"))),
      field: String(own(vocabulary, "field")),
      sources: listOf(own(vocabulary, "sources")).map((entry, index) => {
        const pointer = `${append("/vocabularies", name)}/sources/${index}`;
        const source = objectOf(entry);
        const at = listOf(own(source, "at")).map((place) => ({
          subject: address(String(own(objectOf(place), "subject"))),
          field: String(own(objectOf(place), "field")),
        }));
        return { ...readSource(source, pointer, refuse), at, pointer };
      }),
    };
  });
}

type Refuse = (pointer: string, message: string, hint: string) => never;

function readSource(source: JsonObject, pointer: string, refuse: Refuse): Source {
  const map = textsOf(own(source, "map"));
  const ambiguous = textsOf(own(source, "ambiguous"));
  for (const word of Object.keys(ambiguous)) {
    if (!Object.hasOwn(map, word))
      refuse(`${pointer}/ambiguous`, `"${word}" is ambiguous, but not mapped`, "map it, or leave it out");
  }
  const otherwise = own(source, "otherwise");
  return {
    name: String(own(source, "name")),
    map,
    ambiguous,
    rules: listOf(own(source, "rules")).map((rule, index) =>
      readRule(objectOf(rule), `${pointer}/rules/${index}`, refuse),
    ),
    members: textsOf(own(source, "members")),
    otherwise: typeof otherwise === "string" ? otherwise : "unknown",
  };
}

function readRule(rule: JsonObject, pointer: string, refuse: Refuse): Rule {
  const pattern = String(own(rule, "pattern"));
  const parts = listOf(own(rule, "parts")).map(String);
  const groups =
    groupsOf(pattern) ?? refuse(`${pointer}/pattern`, `"${pattern}" is no regular expression`, "mend it");
  if (parts.length > groups) {
    refuse(
      `${pointer}/parts`,
      `the pattern has ${groups} groups for ${parts.length} parts`,
      "put each part in (...)",
    );
  }
  const confidence = own(rule, "confidence") === "certain" ? "certain" : "likely";
  return { pattern, kind: String(own(rule, "kind")), parts, confidence };
}

function groupsOf(pattern: string): number | undefined {
  try {
    // An alternative that always matches tells how many groups there are.
    return (new RegExp(`${pattern}|`, "u").exec("")?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}

function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  const pairs = Object.entries(objectOf(value)).map(([name, text]) => [name, String(text)] as const);
  return Object.fromEntries(pairs);
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}
