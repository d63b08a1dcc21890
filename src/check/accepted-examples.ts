import { contentHash } from "../canonical/index.ts";
import type { Finding, Registry } from "../model.ts";
import { at, finding } from "./finding.ts";
import type { Repairs } from "./repairs.ts";

/** What a version accepted is there, and says what it said then. */
export function exampleFindings(registry: Registry, repairs: Repairs): readonly Finding[] {
  const found: Finding[] = [];
  const present = new Map(
    [...registry.subjects.values()].flatMap(({ validExamples }) =>
      validExamples.map(
        (example) => [example.document.file.slice(registry.root.length + 1), example] as const,
      ),
    ),
  );
  for (const { path, hash, acceptedBy, line } of registry.lock.examples.values()) {
    const example = present.get(path);
    const subject = acceptedBy.slice(0, acceptedBy.indexOf("@"));
    if (example !== undefined && contentHash(example.instance) === hash) continue;
    const gone = example === undefined;
    found.push(
      finding({
        rule: gone ? "EXAMPLE_REMOVED" : "EXAMPLE_CHANGED",
        severity: "error",
        subject,
        to: acceptedBy,
        ...(gone ? { file: registry.lock.file, line, column: 1 } : at(example.document, "")),
        message: `the example "${path}" was ${gone ? "removed" : "changed"} after ${acceptedBy} accepted it`,
        why: "an accepted example is a promise that later versions keep; it may not be bent to fit them",
        fix:
          repairs.restore(path, hash) ??
          (repairs.inGit()
            ? `no commit of this clone holds it; ${repairs.removeLine(line)}`
            : `${repairs.restoreOr(path, hash)}; add a new file for a new example`),
        fragments: [path],
      }),
    );
  }
  return found;
}
