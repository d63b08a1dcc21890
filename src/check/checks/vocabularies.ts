import { WaybillError } from "../../errors.ts";
import { checkPatterns } from "../../input/patterns.ts";
import type { Memory } from "../../memory/index.ts";
import type { Finding, Json, Namespace, Registry } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { parsePointer } from "../../schema/pointer.ts";
import { readVocabularies, type Vocabulary } from "../../vocabulary/index.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";
import { malformed } from "../malformed.ts";

/** Declared vocabularies lead to words that are there, by patterns that answer quickly. */
export const vocabularies: Check = {
  name: "vocabularies",
  summary: "words of other vocabularies are mapped to kinds that are there",
  async run({ registry, memory }): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    for (const namespace of registry.namespaces.values()) {
      try {
        for (const vocabulary of readVocabularies(namespace)) {
          findings.push(...unknownKinds(namespace, vocabulary, registry));
          findings.push(...(await slowPatterns(namespace, vocabulary, memory)));
        }
      } catch (error) {
        if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
        findings.push(malformed(error));
      }
    }
    return findings;
  },
};

function unknownKinds(
  namespace: Namespace,
  { subject, field, sources }: Vocabulary,
  registry: Registry,
): readonly Finding[] {
  const draft = registry.subjects.get(subject)?.draft;
  const known = draft === undefined ? undefined : kindsAt(draft.schema, field);
  if (known === undefined) {
    return [
      say(
        namespace,
        "/vocabularies",
        `${subject} has no field "${field}" that lists kinds`,
        "name the field whose enum holds the kinds",
      ),
    ];
  }
  return sources.flatMap(({ map, rules, otherwise, pointer }) =>
    [...new Set([...Object.values(map), ...rules.map(({ kind }) => kind), otherwise])]
      .filter((kind) => !known.has(kind))
      .map((kind) =>
        say(namespace, pointer, `"${kind}" is no kind of ${subject}`, `it has ${[...known].join(", ")}`),
      ),
  );
}

/** The words an enum lists at a field, also where it is open; undefined where none does. */
function kindsAt(schema: Json, field: string): ReadonlySet<string> | undefined {
  let place: Json | undefined = schema;
  for (const name of parsePointer(field) ?? []) {
    const properties: Json | undefined = isObject(place) ? own(place, "properties") : undefined;
    place = isObject(properties) ? own(properties, name) : undefined;
  }
  const listed = isObject(place) ? [place, ...list(own(place, "anyOf"))].filter(isObject) : [];
  const words = listed.flatMap((one) => list(own(one, "enum"))).filter((word) => typeof word === "string");
  return words.length === 0 ? undefined : new Set(words);
}

function list(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

/** The words come from logs, so from anybody. */
async function slowPatterns(
  namespace: Namespace,
  { sources }: Vocabulary,
  memory: Memory | undefined,
): Promise<readonly Finding[]> {
  const patterns = sources.flatMap(({ rules }) => rules.map(({ pattern }) => pattern));
  const verdicts = await checkPatterns(patterns, { memory });
  return sources.flatMap(({ rules, pointer }) =>
    rules.flatMap(({ pattern }, index) =>
      verdicts.get(pattern)?.verdict === "vulnerable"
        ? [
            say(
              namespace,
              `${pointer}/rules/${index}`,
              `the pattern "${pattern}" can be made to hang`,
              "write it without nested repetition",
            ),
          ]
        : [],
    ),
  );
}

function say(namespace: Namespace, pointer: string, message: string, fix: string): Finding {
  return finding({
    rule: "VOCABULARY_BROKEN",
    severity: "error",
    subject: namespace.name,
    ...at(namespace.document, pointer),
    message,
    why: "a mapping to nothing, or one that never answers, is worse than none",
    fix,
    fragments: [message],
  });
}
