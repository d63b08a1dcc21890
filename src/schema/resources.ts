import type { Dialect, Json, Schema } from "../model.ts";
import { eachChild, isSchema } from "./children.ts";
import {
  anchorsOf,
  decodeFragment,
  dialectAt,
  type Identifier,
  identifierOf,
  vocabulariesOf,
} from "./identify.ts";
import { isObject, own } from "./json.ts";
import { append, member, parsePointer } from "./pointer.ts";
import { resolveUri, splitFragment } from "./uri.ts";

/** A schema with an identity of its own: a document's root, or a subschema with an `$id`. */
export interface Resource {
  /** Absolute where any base was absolute; without fragment; `""` where the root names none. */
  readonly uri: string;
  /** Where its root stands. */
  readonly document: string;
  readonly pointer: string;
  readonly dialect: Dialect;
  /** Plain-name fragments, those of `$dynamicAnchor` included. */
  readonly anchors: ReadonlyMap<string, Located>;
  readonly dynamicAnchors: ReadonlyMap<string, Located>;
  /** `$recursiveAnchor: true` at the root (2019-09). */
  readonly recursiveAnchor: boolean;
  /** URIs of the vocabularies a custom meta-schema declares; undefined where all of the dialect's apply. */
  readonly vocabularies: ReadonlySet<string> | undefined;
}

/** A schema at its place. One object per place: identity may be compared and used as a key. */
export interface Located {
  readonly schema: Schema;
  /** JSON Pointer in its document. */
  readonly pointer: string;
  /** The retrieval URI of its document; `""` for the root document. */
  readonly document: string;
  /** The URI that references in it resolve against. */
  readonly base: string;
  readonly dialect: Dialect;
  readonly resource: Resource;
}

export interface SchemaIndex {
  readonly root: Located;
  /** Where the root document has schemas by the keyword table, by pointer and in the order of the file. */
  places(): ReadonlyMap<string, Located>;
  /** What a reference written in `from` points to; undefined where it points to nothing, or to no schema. */
  resolve(ref: string, from: Located): Located | undefined;
  /** The schema at a pointer relative to another one's place or to a resource's root, by own members only. */
  at(from: Located | Resource, relative: string): Located | undefined;
}

export interface IndexOptions {
  /** For documents that declare none; 2020-12 where absent. */
  readonly dialect?: Dialect | undefined;
  /** Further documents by retrieval URI, read only where a reference reaches them. */
  readonly remotes?: ReadonlyMap<string, Schema> | undefined;
}

interface OpenResource extends Resource {
  readonly anchors: Map<string, Located>;
  readonly dynamicAnchors: Map<string, Located>;
}

interface Document {
  readonly uri: string;
  readonly value: Schema;
  readonly places: Map<string, Located>;
  /** What stands below an unknown keyword can be pointed to, but names nothing. */
  readonly nameless: boolean;
}

/**
 * Finds every identifier of a schema: `$id` (`id` in draft-04), anchors of all kinds, and embedded resources that switch
 * the dialect. Identifiers are looked for only where the keyword table says a schema stands; pointers may go anywhere.
 */
export function indexSchema(schema: Schema, options: IndexOptions = {}): SchemaIndex {
  const remotes = options.remotes ?? new Map<string, Schema>();
  const documents = new Map<string, Document>();
  const resources = new Map<string, Resource>();
  const defaultDialect = dialectAt(schema, remotes) ?? options.dialect ?? "2020-12";
  const root = openDocument("", schema);

  function openDocument(uri: string, value: Schema): Located {
    const document: Document = { uri, value, places: new Map(), nameless: false };
    documents.set(uri, document);
    const top = visit(document, value, "", undefined, undefined);
    if (!resources.has(uri)) resources.set(uri, top.resource);
    return top;
  }

  function visit(
    document: Document,
    schema: Schema,
    pointer: string,
    parent: Located | undefined,
    owner: OpenResource | undefined,
  ): Located {
    const id = identifierOf(schema, parent?.dialect ?? defaultDialect, remotes);
    const resource =
      owner !== undefined && (id === undefined || id.uri === "")
        ? owner
        : openResource(document, schema, pointer, parent, id);
    const { uri: base, dialect } = resource;
    const located: Located = { schema, pointer, document: document.uri, base, dialect, resource };
    document.places.set(pointer, located);
    if (typeof schema === "boolean") return located;
    const { plain, dynamic } = anchorsOf(schema, dialect);
    for (const name of id?.anchor === undefined ? plain : [...plain, id.anchor]) {
      if (!resource.anchors.has(name)) resource.anchors.set(name, located);
    }
    if (dynamic !== undefined && !resource.dynamicAnchors.has(dynamic)) {
      resource.dynamicAnchors.set(dynamic, located);
    }
    eachChild(schema, dialect, pointer, (child, below) => visit(document, child, below, located, resource));
    return located;
  }

  function openResource(
    document: Document,
    schema: Schema,
    pointer: string,
    parent: Located | undefined,
    id: Identifier | undefined,
  ): OpenResource {
    const uri = splitFragment(resolveUri(parent?.base ?? document.uri, id?.uri ?? "")).base;
    const dialect = id?.dialect ?? dialectAt(schema, remotes) ?? parent?.dialect ?? defaultDialect;
    const resource: OpenResource = {
      uri,
      document: document.uri,
      pointer,
      dialect,
      anchors: new Map(),
      dynamicAnchors: new Map(),
      recursiveAnchor: dialect === "2019-09" && isObject(schema) && own(schema, "$recursiveAnchor") === true,
      vocabularies: vocabulariesOf(schema, remotes),
    };
    if (!document.nameless && !resources.has(uri)) resources.set(uri, resource);
    return resource;
  }

  function resolve(ref: string, from: Located): Located | undefined {
    // Most references stay in their resource.
    const { base, fragment } = ref.startsWith("#")
      ? { base: from.base, fragment: ref.slice(1) }
      : splitFragment(resolveUri(from.base, ref));
    const resource = base === from.base ? from.resource : (resources.get(base) ?? load(base));
    if (resource === undefined) return undefined;
    const name = decodeFragment(fragment);
    if (name === undefined) return undefined;
    return name === "" || name.startsWith("/") ? at(resource, name) : resource.anchors.get(name);
  }

  function load(uri: string): Resource | undefined {
    const value = remotes.get(uri) ?? remotes.get(`${uri}#`);
    return value === undefined ? undefined : openDocument(uri, value).resource;
  }

  function at(from: Resource | Located, relative: string): Located | undefined {
    const document = documents.get(from.document);
    const known = document?.places.get(from.pointer + relative);
    return known ?? (document && reach(document, from.pointer + relative));
  }

  /** A schema outside the known places: through a keyword nobody knows, or spelled with needless escapes. */
  function reach(document: Document, pointer: string): Located | undefined {
    const tokens = parsePointer(pointer);
    if (tokens === undefined) return undefined;
    let value: Json = document.value;
    let path = "";
    let nearest = document.places.get("");
    for (const token of tokens) {
      const next = member(value, token);
      if (next === undefined) return undefined;
      value = next;
      path = append(path, token);
      nearest = document.places.get(path) ?? nearest;
    }
    const known = document.places.get(path);
    if (known !== undefined || nearest === undefined || !isSchema(value)) return known;
    const { resource } = nearest;
    const copy = {
      ...resource,
      anchors: new Map(resource.anchors),
      dynamicAnchors: new Map(resource.dynamicAnchors),
    };
    return visit({ ...document, nameless: true }, value, path, nearest, copy);
  }

  const found = new Map(documents.get("")?.places);
  return { root, places: () => found, resolve, at };
}
