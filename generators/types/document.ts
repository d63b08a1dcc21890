import type { Dialect, JsonObject, Schema } from "../../src/model.ts";
import { isObject } from "../../src/schema/json.ts";
import { valueAt } from "../../src/schema/pointer.ts";
import { indexSchema, type Located } from "../../src/schema/resources.ts";
import type { Context } from "./convert/context.ts";
import { convert } from "./convert/schema.ts";
import { type Docs, docsOf } from "./docs.ts";
import { allKinds, kindsReader } from "./kinds.ts";
import { nameGiver, suggestedName } from "./names.ts";
import type { Named, Type } from "./type.ts";

/** A schema document as types: the root first, then what it refers to, in the order it is met. */
export interface TypeDocument {
  readonly declarations: readonly Declaration[];
  readonly imports: readonly Imported[];
  readonly problems: readonly Problem[];
}

export interface Declaration {
  readonly id: string;
  readonly name: string;
  readonly type: Type;
  readonly docs: Docs | undefined;
}

export interface Imported {
  readonly id: string;
  /** The URI of the version it comes from. */
  readonly uri: string;
}

/** A reference that leads nowhere; its type is `unknown`. */
export interface Problem {
  readonly reference: string;
  readonly pointer: string;
  /** The URI of the further document it stands in; empty for the schema itself. */
  readonly document: string;
}

export interface DocumentOptions {
  readonly name: string;
  readonly dialect?: Dialect | undefined;
  readonly remotes?: ReadonlyMap<string, Schema> | undefined;
  /** URIs of versions that have files of their own. */
  readonly external?: ReadonlySet<string> | undefined;
  /** Where titles, descriptions and examples are taken from, at the same pointers. */
  readonly prose?: Schema | undefined;
}

/** Turns a document into types; pure, and bounded by the size of the document. */
export function readTypes(schema: Schema, options: DocumentOptions): TypeDocument {
  const index = indexSchema(schema, { dialect: options.dialect, remotes: options.remotes });
  const kindsOf = kindsReader(index);
  const giveName = nameGiver(options.name);
  const named = new Map<string, Named>();
  const waiting: { at: Located; id: string; name: string }[] = [];
  const imports = new Map<string, Imported>();
  const problems = new Map<string, Problem>();

  const answers = new Map<Located, Map<string, Type>>();

  function once(at: Located, question: string, answer: () => Type): Type {
    const known = answers.get(at) ?? new Map<string, Type>();
    answers.set(at, known);
    const type = known.get(question) ?? answer();
    known.set(question, type);
    return type;
  }

  const context: Context = {
    index,
    once,
    kindsOf,
    nameOf,
    docsOf: (at) => (isObject(at.schema) ? docsOf(at.schema, proseOf(at)) : undefined),
    unresolved: (reference, { document, pointer }) =>
      problems.set(`${document}#${pointer}`, { reference, pointer, document }),
  };

  function nameOf(at: Located): Named {
    const id = `${at.document}#${at.pointer}`;
    const known = named.get(id);
    if (known !== undefined) return known;
    const type: Named = { is: "named", name: id, kinds: kindsOf(at) };
    named.set(id, type);
    const { uri, pointer } = at.resource;
    if (at.pointer === pointer && options.external?.has(uri)) imports.set(id, { id, uri });
    else waiting.push({ at, id, name: giveName(suggestedName(at, options.name), id) });
    return type;
  }

  function proseOf(at: Located): JsonObject {
    const own = isObject(at.schema) ? at.schema : {};
    if (options.prose === undefined || options.prose === schema || at.document !== "") return own;
    const prose = valueAt(options.prose, at.pointer);
    return isObject(prose) ? prose : own;
  }

  named.set("#", { is: "named", name: "#", kinds: kindsOf(index.root) });
  const declarations: Declaration[] = [];
  waiting.push({ at: index.root, id: "#", name: options.name });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { at, id, name } = next;
    declarations.push({ id, name, type: convert(at, allKinds, context), docs: context.docsOf(at) });
  }
  return { declarations, imports: [...imports.values()], problems: [...problems.values()] };
}
