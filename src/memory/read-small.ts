import { lstatSync, readFileSync } from "node:fs";

/**
 * The text of a file of ours; undefined where it is a link, which may lead to what never ends, or longer than anything
 * written here, which would cost the question its time. @throws where it cannot be read.
 */
export function readSmall(file: string, bytes: number): string | undefined {
  const entry = lstatSync(file);
  return entry.isFile() && entry.size <= bytes ? readFileSync(file, "utf8") : undefined;
}
