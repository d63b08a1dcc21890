import type { Line } from "./lines.ts";

const opening = /^\s*(?:>\s?)*\s*(?:[-*+]\s+)?(`{3,}|~{3,})\s*([A-Za-z0-9]*)/;

/** The fenced blocks of a Markdown text that say they are JSON, each as its lines without the fences. */
export function* jsonBlocks(lines: Iterable<Line>): Generator<readonly Line[]> {
  let fence: string | undefined;
  let block: Line[] | undefined;
  for (const line of lines) {
    if (fence === undefined) {
      const [, marks, language = ""] = opening.exec(line.text) ?? [];
      fence = marks;
      block = marks !== undefined && language.toLowerCase() === "json" ? [] : undefined;
    } else if (closes(line.text, fence)) {
      if (block !== undefined && block.length > 0) yield block;
      fence = undefined;
    } else block?.push({ ...line, text: line.text.replace(/^(?:\s*>)+ ?/, "") });
  }
}

/** A fence is closed by at least as many of the same marks, alone on their line. */
function closes(text: string, fence: string): boolean {
  const marks = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
  return marks?.startsWith(fence) ?? false;
}
