import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { WaybillError } from "../errors.ts";
import { matchesGlob } from "../streams/index.ts";

/**
 * The files that arguments name, in code-point order per argument: a file as it is, `-` for standard input, a folder's
 * files that `takes` accepts, a pattern with `*` or `?` where the shell has not expanded it. Links in folders are not followed.
 * @throws WaybillError CANNOT_RUN where an argument names nothing.
 */
export function findFiles(
  cwd: string,
  args: readonly string[],
  takes: (file: string) => boolean,
): readonly string[] {
  return args.flatMap((arg) => {
    if (isStdin(arg)) return ["-"];
    const stats = look(resolve(cwd, arg));
    if (stats !== undefined && !stats.isDirectory()) return [arg];
    const found =
      stats === undefined ? matching(cwd, arg) : [...walk(cwd, arg.replace(/\/+$/, ""))].filter(takes);
    if (found.length > 0) return found;
    const message =
      stats === undefined ? `there is no file "${arg}"` : `the folder "${arg}" holds no file to validate`;
    throw new WaybillError("CANNOT_RUN", message, {
      place: { file: arg },
      hint: "give JSON or newline-delimited JSON files, a folder of them, or - for standard input",
    });
  });
}

function isStdin(arg: string): boolean {
  return arg === "-" || arg === "/dev/stdin";
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function matching(cwd: string, pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return [];
  const names = pattern.split("/");
  const fixed = names.slice(
    0,
    names.findIndex((name) => /[*?]/.test(name)),
  );
  const folder = fixed.length === 0 ? "." : fixed.join("/") || "/";
  if (look(resolve(cwd, folder)) === undefined) return [];
  return [...walk(cwd, folder)]
    .map((file) => file.replace(/^\.\//, ""))
    .filter((file) => matchesGlob(pattern, file));
}

function* walk(cwd: string, folder: string): Generator<string> {
  const entries: Dirent[] = readdirSync(resolve(cwd, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === "/" ? `/${entry.name}` : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(cwd, path);
    else if (entry.isFile()) yield path;
  }
}
