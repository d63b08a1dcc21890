import { relative } from "node:path";
import { build } from "../memory/build.ts";
import { cacheFolder } from "../memory/cache-folder.ts";
import type { Stamp } from "../memory/stamp.ts";
import { recallUnchanged, rememberUnchanged } from "../memory/unchanged.ts";

/**
 * What a command line said before where nothing changed since, and the means to keep what it says now. Undefined for
 * commands that are never remembered, for a tool that runs from its sources, and where the environment names no place.
 * A command that judges, `generate --check` too, keeps nothing and so recalls nothing.
 */
export function unchangedOf(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  tool: string | undefined = build,
):
  | { recall(): string | undefined; remember(said: string, stamps: ReadonlyMap<string, Stamp>): void }
  | undefined {
  if (!argv.includes("generate") || tool === undefined) return undefined;
  const cache = cacheFolder(env, cwd);
  if (cache === undefined) return undefined;
  const folder = `${cache}/unchanged`;
  const key = JSON.stringify([tool, process.version, cwd, argv]);
  return {
    recall: () => recallUnchanged(folder, key),
    remember(said, stamps) {
      const seen = new Map([...stamps].map(([path, stamp]) => [relative(process.cwd(), path) || ".", stamp]));
      rememberUnchanged(folder, { key, said, stamps: seen });
    },
  };
}
