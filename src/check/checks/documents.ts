import { lstatSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { WaybillError } from "../../errors.ts";
import { overBudget, pageBudget } from "../../generate/budget.ts";
import type { ComposedDocument } from "../../generate/composed.ts";
import { missingLinks } from "../../generate/cross-references.ts";
import { documentDrift, projectDocuments } from "../../generate/document-drift.ts";
import { readDocuments } from "../../generate/documents.ts";
import type { Finding } from "../../model.ts";
import type { Check, CheckContext } from "../context.ts";
import { at, finding } from "../finding.ts";
import { unfinishedWords } from "../unfinished-words.ts";
import { malformed } from "../malformed.ts";
import { unitsIn } from "../units.ts";

/** Seed 000: a declared page is what it should be, each section fits on a page, and others link to it. */
export const documents: Check = {
  name: "documents",
  summary: "declared pages are up to date, fit their budget and are linked to where they should be",
  run(context): readonly Finding[] {
    const { config, registry } = context;
    let composed: readonly ComposedDocument[];
    try {
      composed = projectDocuments(config, registry, unitsIn(context));
    } catch (error) {
      if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
      return [malformed(error)];
    }
    return [
      ...drifted(config, composed),
      ...undeclared(context, composed),
      ...composed.flatMap((document) => [...overrun(document, registry), ...unlinked(config, document)]),
    ];
  },
};

type Config = CheckContext["config"];

/** A page that the base declared and this side does not, and which is still there: nothing holds it to the schemas. */
function undeclared(
  { base, config }: CheckContext,
  composed: readonly ComposedDocument[],
): readonly Finding[] {
  const declared = new Set(composed.map(({ declaration }) => declaration.path));
  return [...(base?.namespaces.values() ?? [])]
    .flatMap((namespace) => readDocuments(namespace))
    .filter(({ path }) => !declared.has(path))
    .filter(({ path }) => lstatSync(resolve(config.root, path), { throwIfNoEntry: false }) !== undefined)
    .map(({ path }) =>
      finding({
        rule: "DOCUMENT_DRIFT",
        severity: "error",
        file: path,
        line: 1,
        column: 1,
        message: `"${path}" is declared on the base, is declared no more, and is still there`,
        why: "people read the page instead of the schemas; it must say what they say",
        fix: `remove it: \`git rm ${path}\`; or declare it again`,
        fragments: [path, "undeclared"],
      }),
    );
}

function drifted(config: Config, composed: readonly ComposedDocument[]): readonly Finding[] {
  return documentDrift(config, composed).map(({ path, state, unfinished }) => {
    const begun = unfinished && unfinishedWords[unfinished];
    return finding({
      rule: "DOCUMENT_DRIFT",
      severity: "error",
      file: path,
      line: 1,
      column: 1,
      message:
        begun !== undefined
          ? `"${path}" ${begun.message}`
          : state === "missing"
            ? `"${path}" is missing`
            : state === "foreign"
              ? `"${path}" is declared as generated, but was not written by waybill`
              : state === "obstacle"
                ? `"${path}" is a link, or is not what belongs there`
                : `"${path}" is not what generating would write`,
      why: "people read the page instead of the schemas; it must say what they say",
      fix:
        begun !== undefined
          ? begun.fix
          : state === "foreign"
            ? "move the file, or declare another path"
            : state === "obstacle"
              ? "remove what stands there and run `waybill generate`"
              : "run `waybill generate`",
      fragments: [path, state],
    });
  });
}

function overrun(
  { namespace, declaration, file }: ComposedDocument,
  { namespaces }: CheckContext["registry"],
): readonly Finding[] {
  const declared = namespaces.get(namespace)?.document;
  return overBudget(file.text, pageBudget).map(({ section, overrun, lines, words }) => {
    return finding({
      rule: "DOCUMENT_OVER_BUDGET",
      severity: "error",
      subject: namespace,
      ...(declared !== undefined && at(declared, "/documents")),
      message: `section "${section}" of "${declaration.path}" is ${overrun} (${lines} lines, ${words} words)`,
      why: `a section holds at most ${pageBudget.maxLines} lines and ${pageBudget.maxWords} words: what does not fit on a page is not understood`,
      fix: "take members or notes out, or make a section of its own",
      fragments: [declaration.path, section],
    });
  });
}

function unlinked({ root }: Config, { declaration }: ComposedDocument): readonly Finding[] {
  return missingLinks(declaration, (file) => readInside(root, file)).map(({ file, heading, line, message }) =>
    finding({
      rule: "DOCUMENT_NOT_LINKED",
      severity: "error",
      file,
      line,
      column: 1,
      message,
      why: `"${declaration.path}" answers what "${file}" leaves open; who reads one must find the other`,
      fix: "link to the page there, or take the entry out of `crossReferences`",
      fragments: [declaration.path, file, heading ?? ""],
    }),
  );
}

/** The text of a document of the project; a name that leads out of it names nothing. */
function readInside(root: string, file: string): string | undefined {
  if (file.startsWith("/") || file.split(/[\\/]/).includes("..")) return undefined;
  try {
    return readFileSync(resolve(root, file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) {
      return undefined;
    }
    throw error;
  }
}
