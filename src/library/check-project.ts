import { resolve } from "node:path";
import { checks } from "../check/index.ts";
import { runChecks } from "../check/run.ts";
import { loadConfig } from "../config/load.ts";
import type { Finding } from "../model.ts";
import { candidates } from "../registry/candidates.ts";
import { loadRegistry } from "../registry/load.ts";
import { folderTree } from "../registry/tree.ts";

export interface CheckOptions {
  /** Addresses of subjects; all where absent. */
  readonly subjects?: readonly string[];
  /** Names of checks, as `--only` takes them; all where absent. */
  readonly only?: readonly string[];
}

/**
 * What `waybill check` finds in a project, against its lock.
 *
 * @param folder the folder that holds `waybill.yaml`; defaults hold where there is none.
 * @returns findings in the order the checks run; an empty list is a clean project. Malformed files are findings too.
 * @throws WaybillError USAGE for a bad `waybill.yaml`, CANNOT_RUN where the disk refuses.
 */
export async function check(folder: string, options: CheckOptions = {}): Promise<readonly Finding[]> {
  const { subjects, only } = options;
  const config = loadConfig(resolve(folder));
  const { registry, problems } = loadRegistry(folderTree(config.registry, config.registryShown), {
    policy: config.policy,
  });
  const built = candidates(registry);
  const context = {
    config,
    registry,
    problems,
    candidates: built,
    wanted: (address: string) => subjects?.includes(address) ?? true,
  };
  // A registry that cannot be read whole is not judged further: its other findings would mislead.
  const broken = problems.length > 0 || built.problems.length > 0;
  const chosen = checks.filter(({ name }) =>
    broken ? name === "schema" || name === "integrity" : (only?.includes(name) ?? true),
  );
  return (await runChecks(context, chosen)).findings;
}
