import type { ArrayType, Both, ObjectType, Type, Union } from "./type.ts";

/**
 * Large types are told apart by a number, given to what they are made of. A type can stand in many places at once, so a
 * text of all of it could grow without bound. Types are never changed once made.
 */
const known = new WeakMap<Type, string>();
const numbers = new Map<string, string>();
const mostNumbers = 100_000;
let given = 0;

/** A text that is equal for types that print alike. */
export function key(type: Type): string {
  switch (type.is) {
    case "any":
      return `any ${type.kinds}`;
    case "except":
      return `except ${type.kinds} ${JSON.stringify(type.values)}`;
    case "literal":
      return `= ${JSON.stringify(type.value)}`;
    case "template":
      return `template ${JSON.stringify([type.start, type.end])}`;
    case "other string":
      return `${type.is} ${JSON.stringify([...type.not])}`;
    case "named":
      return `named ${type.name}`;
    default: {
      const text = known.get(type) ?? numbered(keyOf(type));
      known.set(type, text);
      return text;
    }
  }
}

/** Numbers are not given twice, so forgetting them only means that two equal types may both be shown. */
function numbered(text: string): string {
  const seen = numbers.get(text);
  if (seen !== undefined) return seen;
  if (numbers.size > mostNumbers) numbers.clear();
  given += 1;
  numbers.set(text, `#${given}`);
  return `#${given}`;
}

function keyOf(type: ArrayType | ObjectType | Both | Union): string {
  switch (type.is) {
    case "array":
      return `[${type.head.map(key)};${key(type.rest)};${type.least};${type.most}]`;
    case "object":
      return keyOfObject(type);
    default:
      return `${type.is}(${type.of.map(key)})`;
  }
}

function keyOfObject(type: ObjectType): string {
  const members = [...type.members].map(([name, member]) => {
    return `${JSON.stringify(name)}${member.required ? ":" : "?:"}${key(member.type)}`;
  });
  const patterns = type.patterns.map((pattern) => `${JSON.stringify(pattern.source)}:${key(pattern.type)}`);
  const choices = type.choices.map((choice) => `(${choice.map(key)})`);
  return `{${members}|${patterns}|${key(type.rest)} ${type.openness}|${type.also.map(key)}|${choices}}`;
}
