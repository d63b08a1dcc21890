import { terminal } from "../escape/index.ts";
import type { Row } from "../vocabulary/index.ts";

interface Read {
  /** Values read, and those among them that could not be. */
  readonly lines: number;
  readonly unread: number;
}

/** The report for people: how sure we are of how many words, then each word, the frequent first. */
export function rowsText({ lines, unread }: Read, rows: readonly Row[], summary: boolean): string {
  const words = rows.filter(({ structured }) => !structured);
  const sure = (rows: readonly Row[], ...kinds: readonly Row["confidence"][]) =>
    rows.filter(({ confidence }) => kinds.includes(confidence));
  const total = (some: readonly Row[]) => some.reduce((sum, { count }) => sum + count, 0);
  const part = (name: string, some: readonly Row[]) => `${some.length} ${name} (${total(some)} times)`;
  const head = [
    part("mapped", sure(words, "certain", "likely")),
    part("ambiguous", sure(words, "ambiguous")),
    part("unmapped", sure(words, "none")),
  ].join(", ");
  const structured = rows.filter((row) => row.structured);
  const also = structured.length === 0 ? "" : `\n${part("structured values, kind not said", structured)}`;
  const text = `${words.length} words: ${head}${also}\n`;
  const bad = unread === 0 ? "" : `${unread} of ${lines} lines could not be read\n`;
  return summary ? text + bad : rows.map(rowText).join("") + text + bad;
}

function rowText({ source, word, count, kind, confidence, why, parts }: Row): string {
  const said = Object.entries(parts).map(([name, value]) => `${name} ${value}`);
  const notes = [
    confidence === "none" ? "unmapped" : confidence,
    ...(why === undefined ? [] : [why]),
    ...said,
  ];
  const shown = word.length > 72 ? `${word.slice(0, 71)}…` : word;
  return `${terminal(`${String(count).padStart(6)}  ${kind.padEnd(8)}${shown}  [${source}; ${notes.join("; ")}]`)}\n`;
}

/** The same for programs. */
export function rowsJson(namespace: string, read: Read, rows: readonly Row[]): string {
  const words = rows.map(({ source, word, structured, count, kind, confidence, why = null, parts }) => {
    return { source, word, structured, count, kind, confidence, why, parts };
  });
  return `${JSON.stringify({ format: "waybill.vocabulary/1", namespace, ...read, words }, null, 2)}\n`;
}
