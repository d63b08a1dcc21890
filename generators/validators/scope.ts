import type { Located, Resource } from "../../src/schema/resources.ts";

/**
 * The dynamic scope as far as references can see it: the outermost schema of each dynamic anchor, and of
 * `$recursiveAnchor`. Functions are emitted once per schema and scope, so `$dynamicRef` costs nothing at run time.
 */
export interface Scope {
  /** Equal for equal scopes; `""` where no dynamic anchor was passed. */
  readonly key: string;
  readonly anchors: ReadonlyMap<string, Located>;
  readonly recursive: Resource | undefined;
}

export const emptyScope: Scope = { key: "", anchors: new Map(), recursive: undefined };

/** The scope inside a resource. What is bound stays bound: the outermost wins. */
export function enter(scope: Scope, resource: Resource): Scope {
  if (resource.dynamicAnchors.size === 0 && !resource.recursiveAnchor) return scope;
  const news = [...resource.dynamicAnchors].filter(([name]) => !scope.anchors.has(name));
  const recursive = scope.recursive ?? (resource.recursiveAnchor ? resource : undefined);
  if (news.length === 0 && recursive === scope.recursive) return scope;
  const anchors = new Map([...scope.anchors, ...news]);
  const spelled = [...anchors].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = spelled.map(([name, at]) => [name, at.document, at.pointer]);
  return {
    key: JSON.stringify([places, recursive && [recursive.document, recursive.pointer]]),
    anchors,
    recursive,
  };
}
