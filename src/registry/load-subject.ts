import { contentHash, shapeHash } from "../canonical/index.ts";
import { WaybillError } from "../errors.ts";
import { checkFileName, gateSchema, readJson } from "../input/index.ts";
import type {
  Dialect,
  Draft,
  Example,
  InvalidExample,
  Json,
  Lock,
  Namespace,
  Registry,
  SourceDocument,
  Subject,
  Version,
} from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { declaredDialect } from "../schema/dialect.ts";
import { isObject, own } from "../schema/json.ts";
import { collisions } from "./collisions.ts";
import { subjectSettings } from "./namespace.ts";
import { pinnedShapes } from "./pins.ts";
import { versionPath } from "./recover.ts";
import type { EntryKind, Tree } from "./tree.ts";
import { isTemp } from "./temp.ts";

export interface LoadContext {
  readonly tree: Tree;
  /** The entries of a folder; where a link or a file stands in its place, none and a problem. */
  list(path: string): readonly { readonly name: string; readonly kind: EntryKind }[];
  readonly lock: Lock;
  /** Paths of version files that a publish has not finished. */
  readonly unfinished: ReadonlySet<string>;
  readonly base: Registry | undefined;
  attempt<T>(read: () => T): T | undefined;
  readonly problems: WaybillError[];
}

/** Reads one subject folder: the draft, the frozen versions and the examples. */
export function loadSubject(path: string, namespace: Namespace, context: LoadContext): Subject {
  const name = path.slice(path.indexOf("/") + 1);
  const { attempt } = context;
  const entries = context.list(path);
  for (const { name: inner, kind } of entries)
    if (kind === "other") context.problems.push(notFollowed(context.tree.shown(`${path}/${inner}`)));
  const names = new Set(entries.filter(({ kind }) => kind !== "other").map((entry) => entry.name));
  const draft = names.has("schema.json")
    ? attempt(() => loadDraft(`${path}/schema.json`, context))
    : undefined;
  const versions =
    context.base === undefined
      ? names.has("versions")
        ? loadVersions(path, context)
        : []
      : (context.base.subjects.get(path)?.versions ?? []);
  const folders = new Set(names.has("examples") ? subfolders(`${path}/examples`, context) : []);
  const examples = (kind: string) =>
    folders.has(kind) ? exampleFiles(`${path}/examples/${kind}`, context) : [];
  const present = <T>(value: T | undefined): value is T => value !== undefined;
  return {
    address: path,
    namespace: namespace.name,
    name,
    ...subjectSettings(namespace, name),
    draft,
    versions,
    validExamples: examples("valid")
      .map((file) => attempt(() => loadExample(file, context)))
      .filter(present),
    invalidExamples: examples("invalid")
      .map((file) => attempt(() => loadInvalidExample(file, context)))
      .filter(present),
  };
}

function loadVersions(path: string, context: LoadContext): readonly Version[] {
  const versions: Version[] = [];
  for (const file of files(`${path}/versions`, context)) {
    const version = context.attempt(() => loadVersion(path, file, context));
    if (version !== undefined) versions.push(version);
  }
  return versions.sort((a, b) => a.number - b.number);
}

function notFollowed(file: string): WaybillError {
  return new WaybillError("MALFORMED", "here stands a link or a special file", {
    place: { file },
    hint: "put the content itself there; a registry follows no links",
  });
}

/** The folders `valid` and `invalid` among the examples; anything else there would be silently skipped. */
function subfolders(path: string, { list, tree, problems }: LoadContext): readonly string[] {
  return list(path).flatMap(({ name, kind }) => {
    if (kind === "other") problems.push(notFollowed(tree.shown(`${path}/${name}`)));
    else if (kind === "folder" && (name === "valid" || name === "invalid")) return [name];
    else if (!name.startsWith(".") && name !== "README.md")
      problems.push(
        new WaybillError("MALFORMED", `"${name}" is neither "valid" nor "invalid"`, {
          place: { file: tree.shown(`${path}/${name}`) },
          hint: "examples stand in examples/valid and examples/invalid",
        }),
      );
    return [];
  });
}

/** Paths of the examples of a folder. Their names go into the lock, so they must stand anywhere. */
function exampleFiles(folder: string, context: LoadContext): readonly string[] {
  const { tree, problems } = context;
  const names = files(folder, context);
  problems.push(
    ...collisions(
      names.map((name) => ({ name })),
      folder,
      tree,
    ),
  );
  return names.flatMap((name) => {
    const wrong = checkFileName(name);
    if (wrong === undefined) return [`${folder}/${name}`];
    problems.push(
      new WaybillError("MALFORMED", wrong, {
        place: { file: tree.shown(`${folder}/${name}`) },
        hint: "rename it with letters, digits, dots and hyphens",
      }),
    );
    return [];
  });
}

/** The `.json` files of a folder; anything else in it is a problem, never silently skipped. */
function files(folder: string, { tree, list, problems, unfinished }: LoadContext): string[] {
  const found: string[] = [];
  for (const entry of list(folder)) {
    if (isTemp(entry.name) || unfinished.has(`${folder}/${entry.name}`)) continue;
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

function loadDraft(path: string, context: LoadContext): Draft {
  const document = read(path, context);
  return { document, ...gated(document, context) };
}

function loadVersion(subject: string, file: string, context: LoadContext): Version {
  const document = read(`${subject}/versions/${file}`, context);
  const [, digits] = /^([1-9]\d*)\.json$/.exec(file) ?? [];
  if (digits === undefined) throw misnamed(file, document, context);
  const { schema, dialect } = gated(document, context);
  const address = `${subject}@${digits}`;
  const locked = context.lock.versions.get(address);
  return {
    address,
    subject,
    number: Number(digits),
    document,
    schema,
    dialect,
    hash: contentHash(schema),
    shape: shapeHash(schema, dialect, pinnedShapes(schema, dialect)),
    withdrawn: locked?.flags.includes("withdrawn") ?? false,
    barrier: locked?.flags.includes("barrier") ?? false,
  };
}

/** A version under a name that is none: where the lock knows its content, the name it had. */
function misnamed(file: string, document: SourceDocument, { lock, tree }: LoadContext): WaybillError {
  const { value } = document;
  const hash = isSchema(value) ? contentHash(value) : undefined;
  const was = [...lock.versions.values()].find((locked) => locked.hash === hash)?.address;
  return new WaybillError(
    "MALFORMED",
    was === undefined
      ? `"${file}" is not the name of a version`
      : `"${file}" is "${was}" under a name that is none`,
    {
      place: { file: document.file },
      hint:
        was === undefined
          ? "versions are 1.json, 2.json and so on; remove it, or restore its name"
          : `rename it back: git mv ${document.file} ${tree.shown(versionPath(was))}`,
    },
  );
}

function gated(
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
  for (const issue of gateSchema(document, dialect)) {
    context.problems.push(
      new WaybillError("MALFORMED", issue.message, {
        place: { ...document.place(issue.pointer), pointer: issue.pointer },
        hint: issue.hint,
      }),
    );
  }
  return { schema, dialect };
}

function loadExample(path: string, context: LoadContext): Example {
  const document = read(path, context);
  return { document, instance: document.value };
}

function loadInvalidExample(path: string, context: LoadContext): InvalidExample {
  const document = read(path, context);
  const { value } = document;
  const text = (name: string): string => {
    const member = isObject(value) ? own(value, name) : undefined;
    if (typeof member === "string") return member;
    throw new WaybillError("MALFORMED", `an invalid example has a string member "${name}"`, {
      place: document.place(""),
      hint: 'write {"instance": ..., "keyword": "required", "pointer": "", "why": "..."}',
    });
  };
  const fields = { keyword: text("keyword"), pointer: text("pointer"), why: text("why") };
  const instance: Json | undefined = isObject(value) ? own(value, "instance") : undefined;
  if (instance === undefined) {
    throw new WaybillError("MALFORMED", 'an invalid example has a member "instance"', {
      place: document.place(""),
      hint: "put the rejected document there",
    });
  }
  return { document, instance, ...fields };
}

function read(path: string, { tree }: LoadContext): SourceDocument {
  return readJson(tree.read(path, "registry"), { file: tree.shown(path), profile: "registry" });
}
