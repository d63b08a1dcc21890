import { resolve } from "node:path";
import type { Words } from "./command.ts";

/** The words of each kind, in a working directory. Completion must never fail: a broken project has none. */
export const words: Readonly<Record<Words, (cwd: string) => Promise<readonly string[]>>> = {
  subjects: async (cwd) => {
    const { loadConfig } = await import("../config/load.ts");
    const { folderTree } = await import("../registry/tree.ts");
    const { registry } = loadConfig(resolve(cwd));
    // Names only: reading every schema would make a person wait for each press of the key.
    const tree = folderTree(registry, "registry");
    const folders = (path: string) =>
      tree.list(path).flatMap(({ name, kind }) => (kind === "folder" ? name : []));
    const namespaces = folders("").filter((name) => name !== "accepted");
    return namespaces.flatMap((namespace) => [
      namespace,
      ...folders(namespace).map((name) => `${namespace}/${name}`),
    ]);
  },
  checks: async () => (await import("../check/index.ts")).checks.map(({ name }) => name),
  formats: async () => (await import("../report/index.ts")).reportFormats.map(({ name }) => name),
  targets: async () => (await import("../../generators/index.ts")).generators.map(({ name }) => name),
  rules: async () => (await (await import("./rules.ts")).allRules()).map(({ id }) => id),
};
