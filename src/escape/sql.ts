import { createHash } from "node:crypto";
import { replaceUnseen, visible } from "./unseen.ts";

/** Bytes of a name that PostgreSQL keeps; it cuts longer ones silently, and two could become one. */
const longest = 63;

/** A name of a table or column in standard SQL, in double quotes. A long one is cut, with eight digits of its SHA-256. */
export function sqlIdentifier(name: string): string {
  const shown = replaceUnseen(name, visible);
  return `"${(name === "" ? "_" : fitted(shown)).replaceAll('"', '""')}"`;
}

/**
 * A text in standard SQL, in single quotes: PostgreSQL (with `standard_conforming_strings`, its default) and SQLite.
 * MySQL reads backslashes in it, so it is none of ours. Line ends and tabs stay.
 */
export function sqlString(text: string): string {
  const shown = replaceUnseen(text, (character) =>
    /[\n\t]/.test(character) ? character : visible(character),
  );
  return `'${shown.replaceAll("'", "''")}'`;
}

function fitted(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  let kept = "";
  for (const character of name) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(character) > longest - 9) break;
    kept += character;
  }
  return `${kept}_${digest}`;
}
