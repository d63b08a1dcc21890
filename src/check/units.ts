import type { Unit } from "../generate/contract.ts";
import { unitsOf } from "../generate/units.ts";
import { loadLineages } from "../migrate/index.ts";
import { folderTree } from "../registry/tree.ts";
import type { CheckContext } from "./context.ts";

const made = new WeakMap<CheckContext, readonly Unit[]>();

/** Every frozen version as generators see it, made once per run. */
export function unitsIn(context: CheckContext): readonly Unit[] {
  const before = made.get(context);
  if (before !== undefined) return before;
  const { config, registry } = context;
  const { bySubject } = loadLineages(folderTree(config.registry, config.registryShown), registry);
  const units = unitsOf(registry, bySubject);
  made.set(context, units);
  return units;
}
