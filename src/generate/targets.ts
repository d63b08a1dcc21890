import { generators } from "../../generators/index.ts";
import type { Config } from "../config/load.ts";
import { WaybillError } from "../errors.ts";
import type { Target } from "./run.ts";

/** The generators the configuration asks for, with their options, in the order of `generators/index.ts`. */
export function targetsOf(config: Config, only?: readonly string[]): readonly Target[] {
  for (const name of only ?? []) {
    if (generators.some((generator) => generator.name === name)) continue;
    throw new WaybillError("USAGE", `there is no target "${name}"`, {
      hint: `targets: ${generators.map((generator) => generator.name).join(", ")}`,
    });
  }
  return generators
    .filter(({ name }) => (only === undefined ? config.targets.has(name) : only.includes(name)))
    .map((generator) => ({ generator, options: config.targets.get(generator.name) ?? {} }));
}
