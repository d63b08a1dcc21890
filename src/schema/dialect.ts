import type { Dialect, Schema } from "../model.ts";
import { isObject, own } from "./json.ts";

/** The `$schema` URI of each dialect, as written in new schemas. */
export const dialectUri: Readonly<Record<Dialect, string>> = {
  "draft-04": "http://json-schema.org/draft-04/schema#",
  "draft-06": "http://json-schema.org/draft-06/schema#",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
};

const byUri = new Map<string, Dialect>();
for (const dialect of Object.keys(dialectUri) as Dialect[]) byUri.set(bare(dialectUri[dialect]), dialect);

/** The dialect a `$schema` URI names, with or without the empty fragment; undefined where it is none we read. */
export function dialectOf(uri: string): Dialect | undefined {
  return byUri.get(bare(uri));
}

/** The dialect a schema declares at its root; undefined where it declares none or an unknown one. */
export function declaredDialect(schema: Schema): Dialect | undefined {
  const uri = isObject(schema) ? own(schema, "$schema") : undefined;
  return typeof uri === "string" ? dialectOf(uri) : undefined;
}

function bare(uri: string): string {
  return uri.endsWith("#") ? uri.slice(0, -1) : uri;
}
