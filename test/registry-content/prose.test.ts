import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { walk } from "../../src/schema/children.ts";
import { declaredDialect } from "../../src/schema/dialect.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { ownAnnotations } from "../../src/schema/keywords.ts";
import { drafts } from "./drafts.ts";

describe.each(drafts().map((draft) => [draft.address, draft.schema] as const))("%s", (_, schema) => {
  const dialect = declaredDialect(schema) ?? "2020-12";
  // What stands below `if` asks, it declares nothing.
  const places = [...walk(schema, dialect)].filter(({ pointer }) => !pointer.split("/").includes("if"));

  it("says of every member what it means", () => {
    const silent = places.filter(({ pointer, schema: at }) => {
      if (!/\/properties\/[^/]+$/.test(pointer) || !isObject(at) || own(at, "$ref") !== undefined)
        return false;
      // Under `then` a member may be narrowed without being told again.
      const told = own(at, "description") !== undefined || pointer.includes("/then/");
      return !told;
    });
    expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("says of every enum whether it may grow, and why", () => {
    const enums = places.filter(({ schema: at }) => isObject(at) && isEnum(at));
    for (const { pointer, schema: at } of enums) {
      const description = isObject(at) ? own(at, "description") : undefined;
      expect(description, pointer).toMatch(/\b(Open|Closed)\b/);
    }
  });

  it("leaves objects open, so that members can be added, or says why one is closed", () => {
    for (const { pointer, schema: at } of places) {
      if (!isObject(at) || own(at, "additionalProperties") !== false) continue;
      expect(own(at, "description"), pointer).toMatch(/\b[Cc]losed\b/);
    }
  });

  it("carries no annotation that is not on the closed list, and no identity: publishing writes it", () => {
    const known = new Set<string>(ownAnnotations);
    for (const { schema: at } of places) {
      if (!isObject(at)) continue;
      for (const name of Object.keys(at)) if (name.startsWith("x-")) expect(known).toContain(name);
    }
    expect(Object.keys(schema)).not.toContain("$id");
    expect(Object.keys(schema).slice(0, 3)).toEqual(["$schema", "title", "description"]);
  });
});

/** An `enum` of words, or the open form: known words or any other. */
function isEnum(schema: JsonObject): boolean {
  const branches = own(schema, "anyOf");
  const open =
    Array.isArray(branches) &&
    branches.some((branch) => isObject(branch) && own(branch, "enum") !== undefined);
  return open || (own(schema, "enum") !== undefined && own(schema, "type") !== undefined);
}
