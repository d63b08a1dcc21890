import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { makeFolder } from "./make-folder.ts";
import type { Stamp } from "./stamp.ts";

// This file stands on the way of every `generate`: it imports what Node has loaded anyway.

const form = "waybill-unchanged 1";
/** Beyond this, all are forgotten: projects come and go, and each is remembered again when it is next used. */
const mostFiles = 200;
const head = 3;

/** A result that holds for as long as no stamp changes. */
export interface Unchanged {
  /** All the result follows from besides files: the tool, the folder, the words of the command. */
  readonly key: string;
  /** What the command says when there is nothing to do. */
  readonly said: string;
  /** Of every file and folder it read or wrote, by path as seen from the current folder. */
  readonly stamps: ReadonlyMap<string, Stamp>;
}

/**
 * What was said under a key, where every file still has its stamp; undefined otherwise. As with git's index, stamps alone
 * are compared. Whatever is damaged is not believed, so a damaged memory costs time and nothing else.
 */
export function recallUnchanged(folder: string, key: string): string | undefined {
  try {
    const bytes = readFileSync(fileOf(folder, key));
    const [length, count = 0, seal] = new Float64Array(bytes.buffer, bytes.byteOffset, head);
    if (length !== bytes.length || !Number.isInteger(count)) return undefined;
    const numbers = new Float64Array(bytes.buffer, bytes.byteOffset + head * 8, count * 4);
    const text = bytes.toString("utf8", (head + count * 4) * 8);
    const opening = [form, key, ""].join("\0");
    const begin = text.indexOf("\0", opening.length);
    const said = text.slice(opening.length, begin);
    if (!text.startsWith(opening) || seal !== digest(key + said)) return undefined;
    return allHold(text, begin, numbers, count) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Path by path, without a list of them: there are tens of thousands in a large project. */
function allHold(text: string, begin: number, numbers: Float64Array, count: number): boolean {
  let end = begin;
  for (let path = 0; path < count; path += 1) {
    const start = end + 1;
    end = text.indexOf("\0", start);
    if (!holds(text.slice(start, end === -1 ? undefined : end), numbers, path * 4)) return false;
    if (end === -1) return path === count - 1;
  }
  return false;
}

const quietly = { throwIfNoEntry: false } as const;

function holds(path: string, numbers: Float64Array, at: number): boolean {
  const stat = lstatSync(path, quietly);
  if (stat === undefined) return numbers[at] === -1;
  return (
    stat.size === numbers[at] &&
    stat.mtimeMs === numbers[at + 1] &&
    stat.ctimeMs === numbers[at + 2] &&
    stat.ino === numbers[at + 3]
  );
}

/** Keeps it, as a whole file moved into place; what cannot be written is not kept. */
export function rememberUnchanged(folder: string, { key, said, stamps }: Unchanged): void {
  const text = Buffer.from([form, key, said, ...stamps.keys()].join("\0"));
  const length = (head + stamps.size * 4) * 8 + text.length;
  const numbers = Float64Array.from([
    length,
    stamps.size,
    digest(key + said),
    ...[...stamps.values()].flat(),
  ]);
  try {
    makeFolder(folder);
    const names = readdirSync(folder);
    if (names.length > mostFiles) for (const name of names) rmSync(`${folder}/${name}`, { force: true });
    const temp = `${fileOf(folder, key)}.${process.pid}`;
    writeFileSync(temp, Buffer.concat([Buffer.from(numbers.buffer), text]));
    renameSync(temp, fileOf(folder, key));
  } catch {}
}

function fileOf(folder: string, key: string): string {
  return `${folder}/${digest(key).toString(36)}`;
}

/** Tells texts apart in 52 bits; it need not withstand anybody, who writes here may do anything. */
function digest(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff);
}
