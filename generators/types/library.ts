import type { JsonObject } from "../../src/model.ts";
import type { Leaf } from "./leaf.ts";

/**
 * json-schema-to-typescript, the named printer, kept to what it cannot get wrong: unions of scalars, as members of one
 * flat object built by us. It is loaded only when something is to be printed, and what it answered is kept.
 */
const answers = new Map<string, readonly string[] | undefined>();
const mostAnswers = 10_000;

const options = {
  bannerComment: "",
  format: false,
  additionalProperties: false,
  $refOptions: { resolve: { http: false, file: false, external: false } },
};

/** Has the library print the leaves it has not seen; afterwards `answerTo` knows them all. */
export async function askLibrary(leaves: readonly Leaf[]): Promise<void> {
  if (answers.size > mostAnswers) answers.clear();
  const asked = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const question = JSON.stringify(leaf.schema);
    if (!answers.has(question)) asked.set(question, leaf);
  }
  if (asked.size === 0) return;
  const properties: Record<string, JsonObject> = {};
  [...asked.values()].forEach((leaf, index) => {
    properties[`leaf${index}`] = leaf.schema;
  });
  const { compile } = await import("json-schema-to-typescript");
  const schema = { title: "Leaves", type: "object", properties, additionalProperties: false };
  const text = await compile(structuredClone(schema) as Parameters<typeof compile>[0], "Leaves", options);
  const lines = new Map([...text.matchAll(/^leaf(\d+)\?: (.*)$/gm)].map((match) => [match[1], match[2]]));
  [...asked].forEach(([question, leaf], index) => {
    answers.set(question, words(lines.get(String(index)) ?? "", leaf.words));
  });
}

/** The words of a leaf's union, in order; undefined where the library's answer is not what a leaf can be. */
export function answerTo(leaf: Leaf): readonly string[] | undefined {
  return answers.get(JSON.stringify(leaf.schema));
}

const word = /^(?:"[^"\\]*"|\d+|string|number|boolean|null|true|false)$/;

/** Reads the answer back: scalars joined by `|`, parentheses around them, and nothing else. */
function words(answer: string, count: number): readonly string[] | undefined {
  const tokens = answer.match(/"[^"\\]*"|[^\s()|"]+|[()|"]/g) ?? [];
  const read = tokens.filter((token) => token !== "(" && token !== ")" && token !== "|");
  return read.length === count && read.every((token) => word.test(token)) ? read : undefined;
}
