import type { Json } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { hiddenCharacter } from "../names.ts";
import { quote } from "../quote.ts";
import type { Report, Rule } from "./rule.ts";

/** The keywords whose member names, or listed names, become names in generated code. */
const maps = [
  "properties",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
  "patternProperties",
  "$defs",
  "definitions",
];

/**
 * MEMBER_NAME_REFUSED and MEMBER_NAMES_COLLIDE: names no generated code can carry safely, names a reviewer cannot
 * see, and names that differ in bytes but not to the eye.
 */
export const memberNames: Rule = ({ schema, pointer }, _, report) => {
  for (const keyword of maps) {
    const members = own(schema, keyword);
    if (!isObject(members)) continue;
    const names = Object.keys(members);
    collisions(names, `${pointer}/${keyword}`, report);
    for (const name of names) {
      if (!isOrdinary(name)) judge(name, append(`${pointer}/${keyword}`, name), report);
      const value = members[name];
      if (isArray(value)) listed(value, append(`${pointer}/${keyword}`, name), report);
    }
  }
  listed(own(schema, "required"), `${pointer}/required`, report);
  literal(own(schema, "const"), `${pointer}/const`, report);
  literal(own(schema, "enum"), `${pointer}/enum`, report);
};

function listed(names: Json | undefined, pointer: string, report: Report): void {
  if (!isArray(names)) return;
  for (const [index, name] of names.entries())
    if (typeof name === "string" && !isOrdinary(name)) judge(name, append(pointer, index), report);
}

/** A literal value is printed into code as it stands, and there `__proto__` sets the prototype. */
function literal(value: Json | undefined, pointer: string, report: Report): void {
  if (isArray(value)) {
    for (const [index, item] of value.entries())
      if (typeof item === "object") literal(item, append(pointer, index), report);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const at = append(pointer, name);
      if (name === "__proto__") report(prototype(at));
      literal(member, at, report);
    }
  }
}

/** What most names are: there is nothing to say of them. */
function isOrdinary(name: string): boolean {
  return /^[ -~]*$/.test(name) && name !== "__proto__";
}

function judge(name: string, pointer: string, report: Report): void {
  if (name === "__proto__") report(prototype(pointer));
  const hidden = hiddenCharacter(name);
  if (hidden === undefined) return;
  report({
    code: "MEMBER_NAME_REFUSED",
    message: `the name ${quote(name)} holds ${hidden}, which nobody can see`,
    pointer,
    hint: "write the name without it",
  });
}

function prototype(pointer: string): Parameters<Report>[0] {
  return {
    code: "MEMBER_NAME_REFUSED",
    message: 'a schema cannot declare "__proto__" yet: no generated validator checks it',
    pointer,
    hint: "choose another name",
  };
}

function collisions(names: readonly string[], pointer: string, report: Report): void {
  // Names of one form collide with themselves alone.
  if (names.every(isOrdinary)) return;
  const seen = new Set<string>();
  for (const name of names) {
    const composed = name.normalize("NFC");
    if (seen.has(composed)) {
      report({
        code: "MEMBER_NAMES_COLLIDE",
        message: `two members look like ${quote(composed)} and differ only in Unicode form`,
        pointer: append(pointer, name),
        hint: "keep the composed form (NFC)",
      });
    }
    seen.add(composed);
  }
}
