import type { Json } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { hiddenCharacter } from "../names.ts";
import { quote } from "../quote.ts";
import type { Issue, Rule } from "./rule.ts";

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
export const memberNames: Rule = function* ({ schema, pointer }): Iterable<Issue> {
  for (const keyword of maps) {
    const members = own(schema, keyword);
    if (!isObject(members)) continue;
    yield* collisions(Object.keys(members), append(pointer, keyword));
    for (const [name, value] of Object.entries(members)) {
      const at = append(append(pointer, keyword), name);
      yield* judge(name, at);
      yield* listed(value, at);
    }
  }
  yield* listed(own(schema, "required"), append(pointer, "required"));
  yield* literal(own(schema, "const"), append(pointer, "const"));
  yield* literal(own(schema, "enum"), append(pointer, "enum"));
};

function* listed(names: Json | undefined, pointer: string): Iterable<Issue> {
  if (!isArray(names)) return;
  for (const [index, name] of names.entries())
    if (typeof name === "string") yield* judge(name, append(pointer, index));
}

/** A literal value is printed into code as it stands, and there `__proto__` sets the prototype. */
function* literal(value: Json | undefined, pointer: string): Iterable<Issue> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) yield* literal(item, append(pointer, index));
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const at = append(pointer, name);
      if (name === "__proto__") yield prototype(at);
      yield* literal(member, at);
    }
  }
}

function* judge(name: string, pointer: string): Iterable<Issue> {
  if (name === "__proto__") yield prototype(pointer);
  const hidden = hiddenCharacter(name);
  if (hidden === undefined) return;
  yield {
    code: "MEMBER_NAME_REFUSED",
    message: `the name ${quote(name)} holds ${hidden}, which nobody can see`,
    pointer,
    hint: "write the name without it",
  };
}

function prototype(pointer: string): Issue {
  return {
    code: "MEMBER_NAME_REFUSED",
    message: 'a schema cannot declare "__proto__" yet: no generated validator checks it',
    pointer,
    hint: "choose another name",
  };
}

function* collisions(names: readonly string[], pointer: string): Iterable<Issue> {
  const seen = new Map<string, string>();
  for (const name of names) {
    const composed = name.normalize("NFC");
    const other = seen.get(composed);
    seen.set(composed, name);
    if (other === undefined) continue;
    yield {
      code: "MEMBER_NAMES_COLLIDE",
      message: `two members look like ${quote(composed)} and differ only in Unicode form`,
      pointer: append(pointer, name),
      hint: "keep the composed form (NFC)",
    };
  }
}
