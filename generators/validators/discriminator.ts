import { append } from "../../src/schema/pointer.ts";
import { onlyReference } from "./expression.ts";
import { isInherited } from "./members.ts";
import { below, type Module, type Place } from "./module.ts";
import { read, readArray, readObject, readString, readStrings } from "./read.ts";

/** A member whose value names the one alternative that can accept. */
export interface Discriminator {
  readonly name: string;
  /** The values of each alternative, in order; no value stands twice. */
  readonly values: readonly (readonly string[])[];
}

/** Finds the member that tells alternatives apart: required, and a string constant or a short list in each of them. */
export function discriminatorOf(module: Module, branches: readonly Place[]): Discriminator | undefined {
  const [first] = branches;
  if (first === undefined || branches.length < 2) return undefined;
  for (const name of readStrings(resolved(module, first).located, "required")) {
    if (isInherited(name)) continue;
    const values = branches.map((branch) => valuesOf(module, resolved(module, branch), name));
    const listed = values.filter((one) => one !== undefined);
    const flat = listed.flat();
    if (listed.length === branches.length && new Set(flat).size === flat.length)
      return { name, values: listed };
  }
  return undefined;
}

function resolved(module: Module, place: Place): Place {
  return onlyReference(module, place) ?? place;
}

function valuesOf(module: Module, place: Place, name: string): readonly string[] | undefined {
  const { located } = place;
  if (readString(located, "type") !== "object" || !readStrings(located, "required").includes(name))
    return undefined;
  const properties = readObject(located, "properties");
  if (properties === undefined || !Object.hasOwn(properties, name)) return undefined;
  const member = resolved(module, below(module, place, append("/properties", name)));
  const constant = read(member.located, "const");
  const values = constant === undefined ? readArray(member.located, "enum") : [constant];
  return values?.every((value) => typeof value === "string") ? [...new Set(values)] : undefined;
}
