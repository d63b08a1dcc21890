import type { ArrayType, Both, ObjectType, Type, Union } from "./type.ts";

/** Types are never changed once made, so what a large one is told apart by is worked out once. */
const known = new WeakMap<Type, string>();

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
      const text = known.get(type) ?? keyOf(type);
      known.set(type, text);
      return text;
    }
  }
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
