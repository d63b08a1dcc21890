import { WaybillError } from "../errors.ts";
import { gateSchema, readJson } from "../input/index.ts";
import type { Dialect, Draft, Lock, Registry, SourceDocument } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { declaredDialect } from "../schema/dialect.ts";
import { isObject } from "../schema/json.ts";
import type { Unfinished } from "./intent.ts";
import { isTemp } from "./temp.ts";
import type { EntryKind, Tree } from "./tree.ts";

export interface LoadContext {
  readonly tree: Tree;
  /** The entries of a folder; where a link or a file stands in its place, none and a problem. */
  list(path: string): readonly { readonly name: string; readonly kind: EntryKind }[];
  readonly lock: Lock;
  readonly unfinished: Unfinished;
  readonly base: Registry | undefined;
  attempt<T>(read: () => T): T | undefined;
  readonly problems: WaybillError[];
  /** Schemas that the gate has nothing against. */
  readonly sound: WeakSet<object>;
}

export function notFollowed(file: string): WaybillError {
  return new WaybillError("MALFORMED", "here stands a link or a special file", {
    place: { file },
    hint: "put the content itself there; a registry follows no links",
  });
}

/** The `.json` files of a folder; anything else in it is a problem, never silently skipped. */
export function files(folder: string, { tree, list, problems, unfinished }: LoadContext): string[] {
  const found: string[] = [];
  for (const entry of list(folder)) {
    if (isTemp(entry.name) || unfinished.files.has(`${folder}/${entry.name}`)) continue;
    if (entry.kind === "file" && entry.name.endsWith(".json")) found.push(entry.name);
    else {
      problems.push(
        new WaybillError("MALFORMED", `"${entry.name}" is not a regular .json file`, {
          place: { file: tree.shown(`${folder}/${entry.name}`) },
          hint: "keep only .json files here",
        }),
      );
    }
  }
  return found;
}

/** The schema of a document; what the gate has against it is added to the problems. @throws WaybillError MALFORMED where it is none. */
export function gated(
  document: SourceDocument,
  context: LoadContext,
): { schema: Draft["schema"]; dialect: Dialect } {
  const schema = document.value;
  if (!isSchema(schema)) {
    throw new WaybillError("MALFORMED", "a schema is an object or a boolean", {
      place: document.place(""),
      hint: 'begin with {"$schema": "https://json-schema.org/draft/2020-12/schema"}',
    });
  }
  const dialect = declaredDialect(schema) ?? "2020-12";
  const issues = gateSchema(document, dialect);
  if (issues.length === 0 && isObject(schema)) context.sound.add(schema);
  for (const issue of issues) {
    context.problems.push(
      new WaybillError("MALFORMED", issue.message, {
        place: { ...document.place(issue.pointer), pointer: issue.pointer },
        hint: issue.hint,
      }),
    );
  }
  return { schema, dialect };
}

/** One JSON file of the registry, strictly. */
export function read(path: string, { tree, unfinished }: LoadContext): SourceDocument {
  const kept = unfinished.before.get(path);
  if (kept !== undefined)
    return readJson(new TextEncoder().encode(kept), { file: tree.shown(path), profile: "registry" });
  return readJson(tree.read(path, "registry"), { file: tree.shown(path), profile: "registry" });
}
