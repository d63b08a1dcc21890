import type { Json, JsonObject } from "../../src/model.ts";
import { own } from "../../src/schema/json.ts";
import { tsComment } from "./escape.ts";
import { notes } from "./notes.ts";

/** The lines of a comment, unescaped. A tag's text stands on the tag's own line. */
export interface Docs {
  readonly text: readonly string[];
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

const longestExample = 400;

/** What a schema says to people, with the constraints its type cannot hold; undefined where it says nothing. */
export function docsOf(schema: JsonObject, prose: JsonObject): Docs | undefined {
  const said = paragraph(prose);
  const text = said === "" ? [] : /[\r\n]/.test(said) ? said.split(/\r\n|[\r\n]/) : [said];
  addNote(text, notes(schema));
  const shown = tagsOf(schema, prose);
  return text.length + shown.length === 0 ? undefined : { text, tags: shown };
}

const tagged = ["deprecated", "default", "examples"];

function tagsOf(schema: JsonObject, prose: JsonObject): Docs["tags"] {
  if (!Object.hasOwn(schema, "x-since") && !tagged.some((name) => Object.hasOwn(prose, name))) return [];
  const tags: { name: string; text: string }[] = [];
  const sunset = own(prose, "x-sunset");
  if (own(prose, "deprecated") === true) {
    tags.push({ name: "deprecated", text: typeof sunset === "string" ? `Until ${sunset}.` : "" });
  }
  const since = own(schema, "x-since");
  // What was there from the start needs no mark.
  if ((typeof since === "string" || typeof since === "number") && since !== 1)
    tags.push({ name: "since", text: `${since}` });
  const fallback = own(prose, "default");
  if (fallback !== undefined) tags.push({ name: "default", text: JSON.stringify(fallback) });
  const examples = own(prose, "examples");
  const example: Json | undefined = Array.isArray(examples) ? examples[0] : undefined;
  if (example !== undefined) tags.push({ name: "example", text: JSON.stringify(example) });
  return tags.filter((tag) => tag.text.length <= longestExample);
}

/** Behind a finished sentence, or on a line of its own. */
function addNote(text: string[], note: string): void {
  if (note === "") return;
  const last = text.at(-1);
  if (text.length === 1 && last !== undefined && /[.!?]$/.test(last)) text[0] = `${last} ${note}`;
  else text.push(note);
}

/** The description, or else the title, without space around it; empty where there is neither. */
function paragraph(prose: JsonObject): string {
  const description = own(prose, "description");
  const text = typeof description === "string" ? description.trim() : "";
  if (text !== "") return text;
  const title = own(prose, "title");
  return typeof title === "string" ? title.trim() : "";
}

const longestLine = 90;

/** The comment as it stands in the file, escaped, with its final newline; empty where there is nothing to say. */
export function printDocs(docs: Docs | undefined): string {
  if (docs === undefined) return "";
  const [first] = docs.text;
  if (first !== undefined && docs.text.length === 1 && docs.tags.length === 0) {
    const line = tsComment(first.trimEnd());
    if (line.length <= longestLine) return `/** ${line} */\n`;
  }
  const lines = [
    ...docs.text.flatMap((line) => wrap(tsComment(line.trimEnd()))),
    ...docs.tags.map(({ name, text }) => `@${name} ${tsComment(` ${text}`).trim()}`.trimEnd()),
  ];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= longestLine) return `/** ${only} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** The version that first declared it; undefined where that is the first of all. */
export function sinceOf(docs: Docs | undefined): string | undefined {
  if (docs === undefined || docs.tags.length === 0) return undefined;
  return docs.tags.find(({ name }) => name === "since")?.text;
}

/** The same, without saying again that it came with what it is part of. */
export function withoutSince(docs: Docs | undefined, since: string | undefined): Docs | undefined {
  if (docs === undefined || since === undefined || sinceOf(docs) !== since) return docs;
  const tags = docs.tags.filter(({ name }) => name !== "since");
  return docs.text.length + tags.length === 0 ? undefined : { text: docs.text, tags };
}

const width = 96;

/** Breaks a long line between words. */
function wrap(line: string): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      // A word that begins a line must not become a tag.
      current = word.startsWith("@") ? `\\${word}` : word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
