import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Registry } from "../model.ts";
import { versionPath } from "./recover.ts";

/** What a folder must write and remove to hold a base's frozen versions and no other. Paths inside the registry. */
export interface Taken {
  readonly writes: readonly { readonly path: string; readonly text: string }[];
  readonly removes: readonly string[];
}

/**
 * How a folder comes to hold the frozen versions of a base registry, so that drafts can be published anew on top of them:
 * two pull requests that published the same number collide in git, and the later one is renumbered this way. Versions the
 * base does not have go; git still has them.
 * @param folder absolute path of the registry.
 */
export function takenFrom(folder: string, base: Registry): Taken {
  const wanted = new Map(
    [...base.subjects.values()].flatMap(({ versions }) =>
      versions.map(({ address, document }) => [versionPath(address), document.text]),
    ),
  );
  const held = versionFiles(folder);
  const present = new Set(held);
  return {
    writes: [...wanted]
      .filter(([path, text]) => !present.has(path) || readFileSync(join(folder, path), "utf8") !== text)
      .map(([path, text]) => ({ path, text })),
    removes: held.filter((path) => !wanted.has(path)),
  };
}

function versionFiles(folder: string): readonly string[] {
  return folders(folder).flatMap((namespace) =>
    folders(join(folder, namespace)).flatMap((subject) => {
      const path = `${namespace}/${subject}/versions`;
      return existsSync(join(folder, path))
        ? readdirSync(join(folder, path))
            .filter((name) => /^[1-9]\d{0,8}\.json$/.test(name))
            .map((name) => `${path}/${name}`)
        : [];
    }),
  );
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
