import type { JsonObject } from "../../src/model.ts";
import type { Leaf } from "./leaf.ts";

/**
 * json-schema-to-typescript, the named printer, kept to what it cannot get wrong: unions of scalars, as members of one
 * flat object built by us. It is loaded when something is to be printed, asked once for each leaf, and its answers are
 * read back word by word, so that another version of it can change no type unseen.
 */
const answers = new Map<string, readonly string[] | undefined>();
const mostAnswers = 10_000;

const options = {
  bannerComment: "",
  format: false,
  additionalProperties: false,
  $refOptions: { resolve: { http: false, file: false, external: false } },
};

/** Has the library print the leaves it has not seen; undefined where it has seen all. Afterwards `answerTo` knows them. */
export function askLibrary(leaves: Iterable<Leaf>): Promise<void> | undefined {
  const asked = new Map<string, Leaf>();
  for (const leaf of leaves) if (!answers.has(leaf.question)) asked.set(leaf.question, leaf);
  return asked.size === 0 ? undefined : ask([...asked.values()]);
}

async function ask(questions: readonly Leaf[]): Promise<void> {
  if (answers.size > mostAnswers) answers.clear();
  const properties: Record<string, JsonObject> = {};
  for (const [at, leaf] of questions.entries()) properties[`leaf${at}`] = leaf.schema;
  const { default: library } = await import("json-schema-to-typescript");
  const schema = { title: "Leaves", type: "object", properties, additionalProperties: false };
  const text = await library.compile(
    structuredClone(schema) as Parameters<typeof library.compile>[0],
    "Leaves",
    options,
  );
  const lines = new Map([...text.matchAll(/^leaf(\d+)\?: (.*)$/gm)].map((match) => [match[1], match[2]]));
  for (const [at, leaf] of questions.entries()) {
    const words = wordsOf(lines.get(String(at)) ?? "");
    const asMeant =
      words.length === leaf.words.length && words.every((word, place) => word === leaf.words[place]);
    answers.set(leaf.question, asMeant ? words : undefined);
  }
}

/** The words of a leaf's union; undefined where the library's answer was not what the leaf is. */
export function answerTo(leaf: Leaf): readonly string[] | undefined {
  return answers.get(leaf.question);
}

/** The scalars of an answer: joined by `|`, parentheses around them. */
function wordsOf(answer: string): readonly string[] {
  const tokens = answer.match(/"[^"\\]*"|[^\s()|"]+|[()|"]/g) ?? [];
  return tokens.filter((token) => token !== "(" && token !== ")" && token !== "|");
}
