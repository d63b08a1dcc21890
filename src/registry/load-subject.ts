import type { Draft, Namespace, Subject } from "../model.ts";
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
  const own = names.has("versions") ? (): Subject["versions"] => loadVersions(path, context) : () => [];
  return {
    address: path,
    namespace: namespace.name,
    name,
    ...subjectSettings(namespace, name),
    draft: names.has("schema.json") ? attempt(() => loadDraft(`${path}/schema.json`, context)) : undefined,
    versions: base === undefined ? own() : (base.subjects.get(path)?.versions ?? []),
    ...(names.has("examples")
      ? loadExamples(`${path}/examples`, context)
      : { validExamples: [], invalidExamples: [] }),
  };
}

function loadDraft(path: string, context: LoadContext): Draft {
  const document = read(path, context);
  return { document, ...gated(document, context) };
}
