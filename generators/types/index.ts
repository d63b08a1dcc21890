import type { Generator, Unit } from "../../src/generate/contract.ts";
import type { GeneratedFile, JsonObject } from "../../src/model.ts";
import { own } from "../../src/schema/json.ts";
import { compatFiles } from "./compat.ts";
import { envelopeIndex } from "./envelope.ts";
import { latestUnits, namespaceIndexes, subjectIndex } from "./indexes.ts";
import { hasCode, versionFile } from "./version.ts";

export { type EmitOptions, type EmittedTypes, emitTypes } from "./emit.ts";

/**
 * TypeScript types: a file per version, an index per subject and per namespace, and per step between versions a file
 * that `tsc` refuses where readers of one version would break on the other. Option `readonly` marks every member so.
 */
export const types: Generator = {
  name: "types",
  version: "1",
  files(unit, options) {
    if (!hasCode(unit)) return [];
    const file = versionFile(unit, isReadonly(options));
    return file instanceof Promise ? file.then((made) => [made]) : [file];
  },
  index: (units, options) => {
    const coded = units.filter(hasCode);
    return [
      ...namespaceIndexes(coded),
      ...latestUnits(coded).map((unit) => indexOf(unit, coded, isReadonly(options))),
      ...compatFiles(coded),
    ];
  },
};

function isReadonly(options: JsonObject): boolean {
  return own(options, "readonly") === true;
}

function indexOf(unit: Unit, units: readonly Unit[], readonly: boolean): GeneratedFile {
  return unit.binding === undefined ? subjectIndex(unit) : envelopeIndex(unit, unit.binding, units, readonly);
}
