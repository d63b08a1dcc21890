import { posix } from "node:path";
import type { CrossReference, DocumentDeclaration } from "./documents.ts";

/** A document that should link to a composed page and does not. */
export interface MissingLink extends CrossReference {
  /** One-based line of the heading or of the wrong link; 1 where there is neither. */
  readonly line: number;
  /** In one clause. */
  readonly message: string;
}

/**
 * The declared documents that do not link to the page, or not under the heading named.
 * @param read the text of a file by its path in the repository; undefined where there is none
 */
export function missingLinks(
  { path, crossReferences }: Pick<DocumentDeclaration, "path" | "crossReferences">,
  read: (file: string) => string | undefined,
): readonly MissingLink[] {
  return crossReferences.flatMap((reference) => {
    const problem = problemOf(reference, path, read(reference.file));
    return problem === undefined ? [] : [{ ...reference, ...problem }];
  });
}

type Problem = Pick<MissingLink, "line" | "message">;

function problemOf(
  { file, heading }: CrossReference,
  path: string,
  text: string | undefined,
): Problem | undefined {
  if (text === undefined) return { line: 1, message: `"${file}" does not exist` };
  const lines = proseLines(text);
  const section = heading === undefined ? lines : under(lines, heading);
  if (section === undefined) return { line: 1, message: `"${file}" has no heading "${heading}"` };
  const targets = section.flatMap(({ text, number }) =>
    linkTargets(text).map((target) => ({ number, target, leads: resolved(file, target) })),
  );
  if (targets.some(({ leads }) => leads === path)) return undefined;
  const near = targets.find(({ leads }) => posix.basename(leads) === posix.basename(path));
  if (near !== undefined)
    return {
      line: near.number,
      message: `the link to "${near.target}" leads to "${near.leads}", not to "${path}"`,
    };
  const where = heading === undefined ? `"${file}"` : `"${heading}" of "${file}"`;
  return { line: section[0]?.number ?? 1, message: `${where} has no link to "${path}"` };
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Lines outside fenced code. */
function proseLines(text: string): readonly Line[] {
  let fence: string | undefined;
  return text.split("\n").flatMap((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const inside = fence !== undefined;
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    return inside || mark !== undefined ? [] : [{ text: line, number: index + 1 }];
  });
}

/** A heading and what stands below it, up to the next of its level or above; undefined where it is missing. */
function under(lines: readonly Line[], heading: string): readonly Line[] | undefined {
  const from = lines.findIndex(({ text }) => headingOf(text)?.title === heading.trim());
  const level = headingOf(lines[from]?.text ?? "")?.level ?? 0;
  if (from === -1) return undefined;
  const length = lines.slice(from + 1).findIndex(({ text }) => (headingOf(text)?.level ?? 7) <= level);
  return length === -1 ? lines.slice(from) : lines.slice(from, from + 1 + length);
}

function headingOf(line: string): { readonly level: number; readonly title: string } | undefined {
  const [, marks, title] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? [];
  return marks === undefined || title === undefined ? undefined : { level: marks.length, title };
}

/** Targets of inline links and of link definitions. */
function linkTargets(line: string): readonly string[] {
  const inline = [...line.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)];
  const defined = [...line.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/g)];
  return [...inline, ...defined].map(([, target = ""]) => target);
}

/** The path in the repository a link in a file leads to, without its fragment. */
function resolved(file: string, target: string): string {
  const path = target.replace(/[#?].*$/, "");
  return path.startsWith("/") ? path.slice(1) : posix.normalize(posix.join(posix.dirname(file), path));
}
