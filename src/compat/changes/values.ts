import { keyOf } from "../../evaluate/index.ts";
import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import type { Located } from "../../schema/resources.ts";
import { anyType, number, typeOf, typesNamed, types as typeBits } from "../inclusion/types.ts";
import { type Place, placeOf, type Spoken, spoken } from "./place.ts";

/** The types a place allows, as the bits of the engine, and where that is said. */
export interface Types {
  readonly bits: number;
  readonly pointer: string | undefined;
}

/** How many levels of alternatives to look through for types; deeper ones count as anything. */
const depthOfTypes = 4;

export function typesOf(place: Place, depth = depthOfTypes): Types {
  const never = place.parts.find(({ located }) => located.schema === false);
  if (never !== undefined) return { bits: 0, pointer: never.located.pointer };
  let bits = anyType;
  let pointer: string | undefined;
  const narrow = (to: number, said: Spoken) => {
    bits &= to;
    pointer ??= said.pointer;
  };
  for (const said of spoken(place, "type")) {
    const names = isArray(said.value) ? said.value : [said.value];
    narrow(
      names.reduce((sum: number, name) => sum | typesNamed(name), 0),
      said,
    );
  }
  const values = valuesOf(place);
  if (values !== undefined) {
    bits &= [...values.byKey.values()].reduce<number>((mask, value) => mask | allowing(value), 0);
    pointer ??= values.pointer;
  }
  if (depth === 0) return { bits, pointer };
  for (const keyword of ["anyOf", "oneOf"]) {
    for (const said of spoken(place, keyword)) {
      const branches = branchesOf(place, said, keyword).map((branch) => placeOf(place.index, [branch]));
      narrow(
        branches.reduce((sum, branch) => sum | typesOf(branch, depth - 1).bits, 0),
        said,
      );
    }
  }
  return { bits, pointer };
}

/** The type of a value as people name it: a list of numbers takes whole ones and others alike. */
function allowing(value: Json): number {
  const bit = typeOf(value);
  return bit & number ? number : bit;
}

/** Type bits in words: `string or null`. */
export function typeWords(bits: number): string {
  if (bits === anyType) return "anything";
  if (bits === 0) return "nothing";
  const words = (bits & number) === number ? ["number"] : bits & typeBits.integer ? ["integer"] : [];
  for (const name of ["string", "boolean", "object", "array", "null"] as const) {
    if (bits & typeBits[name]) words.push(name);
  }
  return words.join(" or ");
}

/** The values `enum` and `const` leave, by their keys; undefined where neither is there. */
export interface Values {
  readonly byKey: ReadonlyMap<string, Json>;
  readonly pointer: string;
}

export function valuesOf(place: Place): Values | undefined {
  let left: Map<string, Json> | undefined;
  let pointer = "";
  const said: readonly Spoken[] = [
    ...spoken(place, "enum"),
    ...spoken(place, "const").map((each) => ({ ...each, value: [each.value] })),
  ];
  for (const { value, pointer: here } of said) {
    if (!isArray(value)) continue;
    const listed = new Map(value.map((one) => [keyOf(one), one]));
    left = left === undefined ? listed : new Map([...left].filter(([key]) => listed.has(key)));
    pointer ||= here;
  }
  return left && { byKey: left, pointer };
}

/** `anyOf: [{enum: [...]}, {type: "string"}]`: known values of an enum that may grow. */
export interface OpenEnum extends Values {
  readonly anyOf: Spoken;
}

export function openEnumOf(place: Place): OpenEnum | undefined {
  for (const anyOf of spoken(place, "anyOf")) {
    const branches = branchesOf(place, anyOf, "anyOf");
    const listed = branches
      .map((branch) => valuesOf(placeOf(place.index, [branch])))
      .find((values) => values !== undefined);
    if (listed !== undefined && branches.length === 2 && branches.some(isPlainString))
      return { ...listed, anyOf };
  }
  return undefined;
}

/** The branches of an `anyOf` or `oneOf`. */
export function branchesOf(place: Place, { value, part }: Spoken, keyword: string): readonly Located[] {
  if (!isArray(value)) return [];
  return value.flatMap((_, position) => place.index.at(part.located, append(`/${keyword}`, position)) ?? []);
}

function isPlainString({ schema, dialect }: Located): boolean {
  if (!isObject(schema) || schema.type !== "string") return false;
  return Object.keys(schema).every(
    (name) => name === "type" || (keywordOf(name, dialect)?.role ?? "annotation") === "annotation",
  );
}
