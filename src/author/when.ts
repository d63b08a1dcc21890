import type { TSchema } from "typebox";

/**
 * `if` the instance has each of these members with one of these values, `then` the schema applies as well.
 * Unlike a branch of `oneOf`, its errors name the field that is wrong.
 */
export function When(
  members: Readonly<Record<string, readonly (string | boolean | number)[]>>,
  then: TSchema,
  otherwise?: TSchema,
): TSchema {
  const properties = Object.entries(members).map(([name, values]) => [
    name,
    values.length === 1 ? { const: values[0] } : { enum: [...values] },
  ]);
  return {
    // No `type` here: a condition tests members, it does not declare them.
    if: { properties: Object.fromEntries(properties), required: Object.keys(members) },
    then,
    ...(otherwise && { else: otherwise }),
  };
}

/** Members the object must have, and members it must not have: for use in `When`, beside the full declaration. */
export function Members(names: {
  readonly need?: readonly string[];
  readonly refuse?: readonly string[];
}): TSchema {
  const { need = [], refuse = [] } = names;
  return {
    ...(refuse.length > 0 && { properties: Object.fromEntries(refuse.map((name) => [name, false])) }),
    ...(need.length > 0 && { required: [...need] }),
  };
}
