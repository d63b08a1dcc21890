/** How long one section of a generated page may be: about one printed page. */
export interface Budget {
  readonly maxLines: number;
  readonly maxWords: number;
}

/** Calibrated on a postcard its readers accepted: 86 lines and 616 words in the longer of two sections (seed 000). */
export const pageBudget: Budget = { maxLines: 90, maxWords: 650 };

export interface Section {
  /** The heading's text; of the part before the first section, the page's title. */
  readonly section: string;
  /** All lines from the heading up to the next one, blank lines at the end left out. */
  readonly lines: number;
  /** Runs between white space that hold a letter or a digit; table rules and pipes are no words. */
  readonly words: number;
}

export interface Overrun extends Section {
  /** How far over, in words: `12 lines and 40 words over`. */
  readonly overrun: string;
}

/** The sections of a markdown page, in order: what stands before the first `## `, then each `## `. */
export function measurePostcard(text: string): readonly Section[] {
  const sections: { section: string; lines: string[] }[] = [{ section: "", lines: [] }];
  let fence: string | undefined;
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      const heading = /^(##?) +(.*)$/.exec(line);
      const title = heading?.[2] ?? "";
      const last = sections.at(-1);
      if (heading?.[1] === "##") sections.push({ section: title, lines: [] });
      else if (heading !== null && last?.section === "") last.section = title;
    } else if (mark?.startsWith(fence) && line.trim() === mark) {
      fence = undefined;
    }
    sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ section, lines }) => ({ section, lines: trimmed(lines).length, words: words(lines.join("\n")) }))
    .filter(({ lines }) => lines > 0);
}

/** The sections of a page that are over the budget; none where it fits. */
export function overBudget(text: string, limits: Budget = pageBudget): readonly Overrun[] {
  return measurePostcard(text).flatMap((section) => {
    const over = [
      ...beyond(section.lines - limits.maxLines, "line"),
      ...beyond(section.words - limits.maxWords, "word"),
    ];
    return over.length === 0 ? [] : [{ ...section, overrun: `${over.join(" and ")} over` }];
  });
}

function beyond(count: number, unit: string): readonly string[] {
  return count > 0 ? [`${count} ${unit}${count === 1 ? "" : "s"}`] : [];
}

function words(text: string): number {
  return text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}

function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first === -1 ? [] : lines.slice(first, last + 1);
}
