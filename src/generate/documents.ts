import { WaybillError } from "../errors.ts";
import type { Json, JsonObject, Namespace } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";

/** A page that joins several subjects, declared in `documents` of `namespace.yaml`. */
export interface DocumentDeclaration {
  /** Where it is written, relative to the folder of `waybill.yaml`; the one place outside the output folder. */
  readonly path: string;
  readonly title: string;
  readonly introduction: string;
  readonly sections: readonly SectionDeclaration[];
  readonly crossReferences: readonly CrossReference[];
}

export interface SectionDeclaration {
  readonly title: string;
  readonly text: string;
  /** Addresses; the latest version of each is shown. */
  readonly subjects: readonly string[];
  /** What no schema says: where a file lies, how long it is kept, what was decided. */
  readonly notes: readonly string[];
  /** Whether the rules beyond the schemas are listed. */
  readonly rules: boolean;
  /** The subject whose example closes the section. */
  readonly example: string | undefined;
}

/** A document that must link to the page, under a heading where one is named. */
export interface CrossReference {
  readonly file: string;
  readonly heading: string | undefined;
}

/**
 * The pages a namespace declares. Subjects may be named without the namespace.
 * @throws WaybillError MALFORMED at the member that is not as the declaration wants it.
 */
export function readDocuments({ name, document, settings }: Namespace): readonly DocumentDeclaration[] {
  const read = reader(name, (pointer, message) => {
    throw new WaybillError("MALFORMED", message, {
      place: { ...document.place(pointer), pointer },
      hint: "see docs/documents.md",
    });
  });
  return read.list(settings, "documents", "").map(({ value, pointer }) => ({
    path: read.path(value, pointer),
    title: read.word(value, "title", pointer, `${name}`),
    introduction: read.word(value, "introduction", pointer, ""),
    sections: read.list(value, "sections", pointer).map((section) => ({
      title: read.word(section.value, "title", section.pointer),
      text: read.word(section.value, "text", section.pointer, ""),
      subjects: read.words(section.value, "subjects", section.pointer).map(read.address),
      notes: read.words(section.value, "notes", section.pointer),
      rules: own(section.value, "rules") === true,
      example: optional(read.word(section.value, "example", section.pointer, ""), read.address),
    })),
    crossReferences: read.list(value, "crossReferences", pointer).map((reference) => ({
      file: read.word(reference.value, "file", reference.pointer),
      heading: optional(read.word(reference.value, "heading", reference.pointer, ""), (heading) => heading),
    })),
  }));
}

function optional<T>(word: string, then: (word: string) => T): T | undefined {
  return word === "" ? undefined : then(word);
}

interface Entry {
  readonly value: JsonObject;
  readonly pointer: string;
}

function reader(namespace: string, fail: (pointer: string, message: string) => never) {
  const word = (value: JsonObject, name: string, pointer: string, absent?: string): string => {
    const found = own(value, name);
    if (typeof found === "string" && found.trim() !== "") return found;
    if (found === undefined && absent !== undefined) return absent;
    return fail(
      found === undefined ? pointer : append(pointer, name),
      `"${name}" is a text that is not empty`,
    );
  };
  const array = (value: JsonObject, name: string, pointer: string): readonly Json[] => {
    const found = own(value, name);
    return found === undefined
      ? []
      : isArray(found)
        ? found
        : fail(append(pointer, name), `"${name}" is a list`);
  };
  const at = (pointer: string, name: string, index: number): string => append(append(pointer, name), index);
  return {
    word,
    words: (value: JsonObject, name: string, pointer: string): readonly string[] =>
      array(value, name, pointer).map((entry, index) =>
        typeof entry === "string" ? entry : fail(at(pointer, name, index), `"${name}" is a list of texts`),
      ),
    list: (value: JsonObject, name: string, pointer: string): readonly Entry[] =>
      array(value, name, pointer).map((entry, index) => {
        const place = at(pointer, name, index);
        return isObject(entry)
          ? { value: entry, pointer: place }
          : fail(place, `"${name}" is a list of mappings`);
      }),
    path: (value: JsonObject, pointer: string): string => {
      const path = word(value, "path", pointer);
      const inside = /^(?!\/)[A-Za-z0-9._/-]+\.md$/.test(path) && !path.split("/").includes("..");
      return inside
        ? path
        : fail(append(pointer, "path"), `"${path}" is not the path of a markdown file in this repository`);
    },
    address: (subject: string): string => (subject.includes("/") ? subject : `${namespace}/${subject}`),
  };
}
