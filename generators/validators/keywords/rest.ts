import { append } from "../../../src/schema/pointer.ts";
import { type Context, fail, inside } from "../context.ts";
import { patternTest } from "../pattern.ts";
import { js } from "../quote.ts";
import { read, readObject } from "../read.ts";
import { statements } from "../statements.ts";

/** `propertyNames`, `patternProperties` and `additionalProperties`, in one loop over the members. */
export function restStatements(context: Context, object: string): readonly string[] {
  const { module, place } = context;
  const key = module.variable("k");
  const value = module.variable("v");
  const named = read(place.located, "propertyNames") === undefined ? "" : names(context, key);
  const patterns = Object.keys(readObject(place.located, "patternProperties") ?? {}).map((pattern) => {
    const body = member(context, append("/patternProperties", pattern), key, value);
    return { test: patternTest(module, pattern, key), body };
  });
  const rest =
    read(place.located, "additionalProperties") === undefined
      ? []
      : extra(context, "additionalProperties", "rejectAdditional", key, value);
  const speaking = patterns.filter(({ body }) => body.length > 0);
  if (named === "" && speaking.length === 0 && rest.length === 0) return [];
  const properties = Object.keys(readObject(place.located, "properties") ?? {});
  const out = [
    `for (const ${key} in ${object}) {`,
    `const ${value} = ${object}[${key}];`,
    `if (${value} === undefined) continue;`,
  ];
  if (named !== "") out.push("{", named, "}");
  if (rest.length === 0) {
    for (const { test, body } of speaking) out.push(`if (${test}) {`, ...body, "}");
  } else {
    out.push(...restAfter(properties, patterns, rest, module.variable("b"), key));
  }
  return [...out, "}"];
}

/** What nobody listed, after what somebody did. */
function restAfter(
  properties: readonly string[],
  patterns: readonly { readonly test: string; readonly body: readonly string[] }[],
  rest: readonly string[],
  seen: string,
  key: string,
): readonly string[] {
  const out: string[] = [];
  if (patterns.length > 0) out.push(`let ${seen} = false;`);
  for (const { test, body } of patterns) out.push(`if (${test}) {`, `${seen} = true;`, ...body, "}");
  if (patterns.length > 0) out.push(`if (${seen}) continue;`);
  return [...out, ...skipListed(properties, key), ...rest];
}

/** Goes on with the next member where this one's name is listed. */
export function skipListed(names: readonly string[], key: string): readonly string[] {
  if (names.length === 0) return [];
  if (names.length < 4)
    return [`if (${names.map((name) => `${key} === ${js(name)}`).join(" || ")}) continue;`];
  return [`switch (${key}) {`, ...names.map((name) => `case ${js(name)}:`), "continue;", "}"];
}

/** The code for a member by a variable name. */
export function member(context: Context, relative: string, key: string, value: string): readonly string[] {
  const { evaluated, module, mode } = context;
  const token = mode === "guard" ? '""' : `${module.runtime("errors", "token")}(${key})`;
  const code = statements(inside(context, relative, value, token));
  return [...(evaluated === undefined ? [] : [`${evaluated}.add(${key});`]), code].filter(
    (line) => line !== "",
  );
}

/** The same for members nobody listed: where none may be, the error is the object's. */
export function extra(
  context: Context,
  keyword: string,
  reject: string,
  key: string,
  value: string,
): readonly string[] {
  const { schema } = context.place.located;
  const none = typeof schema !== "boolean" && schema[keyword] === false;
  return none ? [fail(context, reject, key)] : member(context, `/${keyword}`, key, value);
}

function names(context: Context, key: string): string {
  const { module, mode } = context;
  const token = mode === "guard" ? '""' : `${module.runtime("errors", "token")}(${key})`;
  return statements(inside(context, "/propertyNames", key, token));
}
