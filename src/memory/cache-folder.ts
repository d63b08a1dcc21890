import { isAbsolute, join, relative } from "node:path";

/**
 * Where what was found out before is kept: outside the project, since what a pull request brings must not be believed.
 * Undefined where the environment names no such place.
 */
export function cacheFolder(
  { XDG_CACHE_HOME: named, HOME: home }: Readonly<Record<string, string | undefined>>,
  root: string,
): string | undefined {
  const base = named ?? (home === undefined ? undefined : join(home, ".cache"));
  if (base === undefined || !isAbsolute(base)) return undefined;
  const way = relative(root, base);
  return way.startsWith("..") || isAbsolute(way) ? join(base, "waybill") : undefined;
}
