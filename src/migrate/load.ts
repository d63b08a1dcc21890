import { WaybillError } from "../errors.ts";
import { gateSchema, readJson, readYaml } from "../input/index.ts";
import type { Dialect, Namespace, Registry, Schema, SourceDocument, Subject } from "../model.ts";
import type { Tree } from "../registry/tree.ts";
import { isSchema } from "../schema/children.ts";
import { declaredDialect } from "../schema/dialect.ts";
import { parsePointer } from "../schema/pointer.ts";
import { readStreams } from "../streams/index.ts";
import { type Migration, readMigration } from "./declaration.ts";
import type { Ladder } from "./upgrade.ts";

/** A form that data of a subject once had and that no additive step leads from. */
export interface LegacyShape {
  /** Its file's name without ending. */
  readonly name: string;
  readonly document: SourceDocument;
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** What a subject declares beside its versions. */
export interface Lineage {
  readonly subject: Subject;
  readonly shapes: ReadonlyMap<string, LegacyShape>;
  /** In file order, which is the order they are tried in. */
  readonly migrations: readonly Migration[];
  readonly ladder: Ladder;
}

export interface Lineages {
  /** By subject, only those that declare something. */
  readonly bySubject: ReadonlyMap<string, Lineage>;
  /** Every malformed file, each once. */
  readonly problems: readonly WaybillError[];
}

/** Reads `legacy/` and `migrations/` of every subject of a registry. */
export function loadLineages(tree: Tree, registry: Registry): Lineages {
  const problems: WaybillError[] = [];
  const attempt = <T>(read: () => T): readonly T[] => {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
      problems.push(error);
      return [];
    }
  };
  const bySubject = new Map<string, Lineage>();
  for (const subject of registry.subjects.values()) {
    const files = (folder: string, ending: string) =>
      attempt(() => filesOf(tree, `${subject.address}/${folder}`, ending, problems)).flat();
    const shapes = files("legacy", ".schema.json").flatMap((path) => attempt(() => loadShape(tree, path)));
    const migrations = files("migrations", ".yaml").flatMap((path) =>
      attempt(() => readMigration(readYaml(tree.read(path, "registry"), source(tree, path)))),
    );
    if (shapes.length === 0 && migrations.length === 0) continue;
    const namespace = registry.namespaces.get(subject.namespace);
    const [version] =
      namespace === undefined ? [] : attempt(() => versionOf(subject, namespace, registry, migrations));
    bySubject.set(subject.address, {
      subject,
      shapes: new Map(shapes.map((shape) => [shape.name, shape])),
      migrations,
      ladder: { version, rungs: migrations.map(({ from, to, when, steps }) => ({ from, to, when, steps })) },
    });
  }
  return { bySubject, problems };
}

function filesOf(tree: Tree, folder: string, ending: string, problems: WaybillError[]): readonly string[] {
  return tree.list(folder).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind === "file" && name.endsWith(ending) && /^[a-z0-9][a-z0-9-]*\./.test(name)) return [path];
    problems.push(
      new WaybillError("MALFORMED", `"${name}" is not a regular ${ending} file with a kebab-case name`, {
        place: { file: tree.shown(path) },
        hint: `keep only ${ending} files here`,
      }),
    );
    return [];
  });
}

function loadShape(tree: Tree, path: string): LegacyShape {
  const document = readJson(tree.read(path, "registry"), source(tree, path));
  const schema = document.value;
  if (!isSchema(schema)) {
    throw new WaybillError("MALFORMED", "a schema is an object or a boolean", { place: document.place("") });
  }
  const dialect = declaredDialect(schema) ?? "2020-12";
  const [issue] = gateSchema(document, dialect);
  if (issue !== undefined) {
    const place = { ...document.place(issue.pointer), pointer: issue.pointer };
    throw new WaybillError("MALFORMED", issue.message, { place, hint: issue.hint });
  }
  const name = path.slice(path.lastIndexOf("/") + 1, -".schema.json".length);
  return { name, document, schema, dialect };
}

/** Where lines of the subject say their version, as the namespace's streams tell; the spellings it and the lock know. */
function versionOf(
  subject: Subject,
  namespace: Namespace,
  registry: Registry,
  migrations: readonly Migration[],
): Ladder["version"] {
  const rules = readStreams(namespace, registry).flatMap(({ rules }) => rules);
  const pointer = rules.find((rule) => rule.subject === subject.address)?.version;
  const at = pointer === undefined ? undefined : parsePointer(pointer);
  if (at === undefined) return undefined;
  const numbers = [
    ...subject.versions.map(({ number }) => number),
    ...migrations.flatMap(({ from, to }) => (typeof from === "number" ? [from, to] : [to])),
  ].sort((a, b) => a - b);
  return {
    at,
    spellings: Object.fromEntries([
      ...numbers.map((number) => [String(number), number] as const),
      ...subject.wireVersions,
    ]),
  };
}

function source(tree: Tree, path: string) {
  return { file: tree.shown(path), profile: "registry" } as const;
}
