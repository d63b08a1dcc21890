import type { ErrorObject } from "ajv";

/**
 * What a person needs of a list of raw errors: the reference validator lists every branch of a union that failed, then
 * the union. Here a union becomes one thing: the errors of the only branch of the value's own type, else the types it
 * may have, else that it matches no branch.
 */
export function condense(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === "if" && kept.length > 0) continue;
    if (error.keyword === "anyOf" || error.keyword === "oneOf") {
      kept.push(...summarize(error, takeInner(kept, error)));
    } else if (error.keyword === "contains") {
      takeInner(kept, error);
      kept.push(error);
    } else if (error.keyword === "propertyNames") {
      while (kept.at(-1)?.propertyName !== undefined) kept.pop();
      kept.push(error);
    } else kept.push(error);
  }
  return kept;
}

/** Removes and returns the errors just before an applicator's own that its subschemas made. */
function takeInner(kept: ErrorObject[], own: ErrorObject): ErrorObject[] {
  const inner: ErrorObject[] = [];
  for (;;) {
    const last = kept.at(-1);
    if (last === undefined || !isInside(last, own)) return inner;
    inner.unshift(last);
    kept.pop();
  }
}

function isInside(error: ErrorObject, own: ErrorObject): boolean {
  if (error.instancePath !== own.instancePath) return error.instancePath.startsWith(`${own.instancePath}/`);
  return parent(error.schemaPath) !== parent(own.schemaPath);
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function summarize(union: ErrorObject, inner: readonly ErrorObject[]): ErrorObject[] {
  const branches = Array.isArray(union.schema) ? union.schema.length : 0;
  if (union.keyword === "oneOf" && Array.isArray(union.params.passingSchemas)) return [union];
  const here = (error: ErrorObject) => error.instancePath === union.instancePath;
  const wrongType = inner.filter((error) => here(error) && error.keyword === "type");
  const rest = inner.filter((error) => !wrongType.includes(error));
  const [first] = wrongType;
  const listed = rest.flatMap((error) => (here(error) ? (valuesOf(error) ?? []) : []));
  const onlyValues = rest.every((error) => here(error) && valuesOf(error) !== undefined);
  const sameType = listed.some((value) => typeName(value) === typeName(union.data));
  if (first !== undefined && onlyValues && !sameType) {
    const types = [...wrongType.flatMap((error) => error.params.type), ...listed.map(typeName)];
    const distinct = [...new Set(types)];
    return [{ ...first, params: { type: distinct.length === 1 ? distinct[0] : distinct } }];
  }
  return wrongType.length === branches - 1 && rest.length > 0 ? rest : [union];
}

/** The values an `enum` or `const` error asked for. */
function valuesOf({ keyword, params }: ErrorObject): readonly unknown[] | undefined {
  if (keyword === "const") return [params.allowedValue];
  return keyword === "enum" && Array.isArray(params.allowedValues) ? params.allowedValues : undefined;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
