import { markdownCode as code, markdownText as escaped } from "../escape/index.ts";
import type { Change, Finding } from "../model.ts";
import { plural } from "./order.ts";
import type { Comparison } from "./report.ts";
import { isProse, place, proseWords } from "./words.ts";

/** Notes, and changes no finding tells of, folded away: nobody needs to act on them. Texts are counted, not listed. */
export function foldedChanges(
  notes: readonly Finding[],
  told: readonly Finding[],
  comparisons: readonly Comparison[],
): readonly string[] {
  const known = new Set([...notes, ...told].map(keyOf));
  const quiet = comparisons.flatMap(({ subject, changes }) =>
    changes
      .filter((change) => !isProse(change) && !known.has(keyOf({ ...change, subject })))
      .map((change) => `- ${code(subject)} ${changeWords(change)}`),
  );
  const texts = comparisons.flatMap(({ subject, changes }) => {
    const words = proseWords(changes);
    return words === "" ? [] : [`- ${code(subject)} texts changed: ${escaped(words)}`];
  });
  const lines = [...notes.map(noteWords), ...quiet, ...texts];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, room);
  return [
    "<details>",
    `<summary>${plural(lines.length, "note")}</summary>`,
    "",
    ...shown,
    ...(lines.length > room ? [`- … and ${lines.length - room} more`] : []),
    "",
    "</details>",
    "",
  ];
}

/** Lines; a comment has only so much room. */
const room = 60;

function keyOf({
  subject,
  rule,
  oldPointer,
  newPointer,
}: {
  readonly subject: string | null;
  readonly rule: string;
  readonly oldPointer: string | null | undefined;
  readonly newPointer: string | null | undefined;
}): string {
  return JSON.stringify([subject, rule, oldPointer ?? null, newPointer ?? null]);
}

function noteWords(note: Finding): string {
  const { subject, message, rule } = note;
  const facts = [code(rule), ...(place(note) === "" ? [] : [code(place(note))])].join(", ");
  return `- ${subject === null ? "" : `${code(subject)} `}${escaped(message)} (${facts})`;
}

function changeWords({ message, effect, newPointer, oldPointer }: Change): string {
  const pointer = newPointer ?? oldPointer;
  return `${escaped(message)} (${effect}${pointer === undefined || pointer === "" ? "" : `, ${code(pointer)}`})`;
}
