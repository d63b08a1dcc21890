import type { Dependency, Unit } from "../../src/generate/contract.ts";
import type { GeneratedFile } from "../../src/model.ts";
import { readTypes } from "./document.ts";
import { type ImportLine, printDocument } from "./emit.ts";

/** The file of one version: its type and those it defines; pinned subjects are imported. */
export function versionFile(unit: Unit, readonly: boolean): GeneratedFile | Promise<GeneratedFile> {
  const coded = [...unit.dependencies.values()].filter(hasCode);
  const document = readTypes(unit.schema, {
    name: unit.name,
    dialect: unit.dialect,
    prose: unit.prose,
    external: new Set(coded.map(({ id }) => id)),
  });
  const taken = new Set(document.declarations.map(({ name }) => name));
  const imports = new Map<string, ImportLine>();
  for (const { id, uri } of document.imports) {
    const dependency = unit.dependencies.get(uri);
    if (dependency === undefined) continue;
    const alias = aliasOf(dependency, taken);
    taken.add(alias);
    imports.set(id, { name: dependency.name, alias, from: pathTo(dependency, unit) });
  }
  const header = [`${unit.address} ${unit.hash}`];
  if (unit.withdrawn) header.push("Withdrawn: do not write this version any more.");
  const file = (text: string): GeneratedFile => ({ path: `${unit.subject}/v${unit.number}.ts`, text });
  const text = printDocument(document, { readonly, showOpen: false }, header, imports);
  return typeof text === "string" ? file(text) : text.then(file);
}

/** A vocabulary names things for people; it asks nobody to adopt a type, so what refers to it says its type itself. */
export function hasCode({ stage }: Pick<Unit, "stage">): boolean {
  return stage !== "vocabulary";
}

type Place = Pick<Unit, "namespace" | "name" | "number">;

/** From the file of a version, or the index beside it, to the file of another. */
export function pathTo({ namespace, name, number }: Place, from: Pick<Place, "namespace">): string {
  const folder = namespace === from.namespace ? "" : `../${namespace}/`;
  return `../${folder}${name}/v${number}.js`;
}

/** The subject's own name where it is free; then with its version, then with its namespace as well. */
function aliasOf({ name, namespace, number }: Dependency, taken: ReadonlySet<string>): string {
  const numbered = `${name}V${number}`;
  const space = namespace.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const choices = [name, numbered, `${space}${numbered}`];
  const free = choices.find((choice) => !taken.has(choice));
  if (free !== undefined) return free;
  let count = 2;
  while (taken.has(`${space}${numbered}_${count}`)) count += 1;
  return `${space}${numbered}_${count}`;
}
