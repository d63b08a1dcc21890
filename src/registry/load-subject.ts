import type { Draft, Namespace, Subject } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isObject } from "../schema/json.ts";
import { isFrozenAs } from "./is-frozen-as.ts";
import { loadExamples } from "./load-examples.ts";
import { gated, type LoadContext, notFollowed, read } from "./load-file.ts";
import { loadVersions } from "./load-versions.ts";
import { subjectSettings } from "./namespace.ts";

/** Reads one subject folder: the draft, the frozen versions and the examples. */
export function loadSubject(path: string, namespace: Namespace, context: LoadContext): Subject {
  const name = path.slice(path.indexOf("/") + 1);
  const { attempt, base, list, problems, tree } = context;
  const names = new Set<string>();
  for (const entry of list(path)) {
    if (entry.kind === "other") problems.push(notFollowed(tree.shown(`${path}/${entry.name}`)));
    else names.add(entry.name);
  }
  const own = names.has("versions") && base === undefined ? loadVersions(path, context) : [];
  const versions = base === undefined ? own : (base.subjects.get(path)?.versions ?? []);
  return {
    address: path,
    namespace: namespace.name,
    name,
    ...subjectSettings(namespace, name),
    draft: names.has("schema.json")
      ? attempt(() => loadDraft(`${path}/schema.json`, versions, context))
      : undefined,
    versions,
    ...(names.has("examples")
      ? loadExamples(`${path}/examples`, context)
      : { validExamples: [], invalidExamples: [] }),
  };
}

/** What a version was frozen from needs no gate where the version has passed it. */
function loadDraft(path: string, versions: Subject["versions"], context: LoadContext): Draft {
  const document = read(path, context);
  const latest = versions.at(-1);
  const schema = document.value;
  if (
    latest !== undefined &&
    isObject(latest.schema) &&
    context.sound.has(latest.schema) &&
    isSchema(schema)
  ) {
    const { dialect } = latest;
    if (isFrozenAs(schema, latest.schema, dialect)) return { document, schema, dialect };
  }
  return { document, ...gated(document, context) };
}
