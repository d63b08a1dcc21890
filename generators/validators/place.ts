import { isLegacy } from "../../src/schema/identify.ts";
import { isArray } from "../../src/schema/json.ts";
import { keywordsOf } from "../../src/schema/keywords.ts";
import type { Located } from "../../src/schema/resources.ts";
import { read } from "./read.ts";
import type { Scope } from "./scope.ts";
import { ofType, ofValues, speaks } from "./speaks.ts";
import { hasType, type TypeName, typesOf } from "./types.ts";

/** A schema under a dynamic scope: what one emitted function judges. Read once, for all functions that are emitted. */
export interface Place {
  readonly located: Located;
  readonly scope: Scope;
  /** The keywords that decide something here, as written, and the groups they are of. */
  readonly said: readonly string[];
  readonly speaks: number;
  /** What `type` allows; undefined where it says nothing. */
  readonly types: readonly TypeName[] | undefined;
  /** Whether `const` or `enum` already leaves only values of these types. */
  readonly implied: boolean;
  /** The places below that were asked for, by relative pointer; what its references point to, by keyword. */
  readonly below: Map<string, Place>;
}

export function placeOf(located: Located, scope: Scope): Place {
  const { schema } = located;
  const said: string[] = [];
  let groups = 0;
  if (typeof schema !== "boolean") {
    // Beside `$ref`, and with vocabularies of its own, a schema does not say all that stands in it.
    const plain = located.resource.vocabularies === undefined && !isLegacy(located.dialect);
    const table = keywordsOf(located.dialect);
    for (const name of Object.keys(schema)) {
      const group = speaks.get(name);
      if (group === undefined || !(plain ? table.has(name) : read(located, name) !== undefined)) continue;
      said.push(name);
      groups |= group;
    }
  }
  const types = (groups & ofType) === 0 ? undefined : typesOf(read(located, "type"));
  const implied = types !== undefined && (groups & ofValues) !== 0 && impliedByValues(located, types);
  return { located, scope, said, speaks: groups, types, implied, below: new Map() };
}

function impliedByValues(located: Located, types: readonly TypeName[]): boolean {
  const constant = read(located, "const");
  const listed = constant === undefined ? read(located, "enum") : [constant];
  return isArray(listed) && listed.every((entry) => hasType(entry, types));
}
