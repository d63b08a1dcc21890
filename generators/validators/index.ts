import type { Generator } from "../../src/generate/contract.ts";
import { hasCode, unitFiles } from "./files.ts";
import { indexFiles } from "./indexes.ts";

export { emitValidator } from "./emit-validator.ts";

/**
 * Standalone validators: ES modules that need nothing at run time, one per version; shared versions are imported.
 * Options: `onUnknownHash` (`accept`, the default, or `reject`), `formats` (`assert`, the default, or `annotate`).
 */
export const validators: Generator = {
  name: "validators",
  version: "2",
  files: (unit, options) => (hasCode(unit) ? unitFiles(unit, options) : []),
  index: (units, options) => indexFiles(units.filter(hasCode), options),
};
