import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emitTypes } from "../../../generators/types/index.ts";
import type { Schema } from "../../../src/model.ts";
import { compile } from "./tsc.ts";

const folder = join(import.meta.dirname, "../../fixtures/types");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => name.slice(0, -".schema.json".length));

/** The types as the registry's generator writes them: objects are records. */
async function typesOf(name: string, options: object = {}) {
  const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8")) as Schema;
  return emitTypes(schema, { name: "Root", showOpen: false, ...options });
}

describe("types as a person reads them", () => {
  test.each(cases)("%s", async (name) => {
    const { text } = await typesOf(name);
    await expect(text).toMatchFileSnapshot(join(folder, `${name}.ts`));
  });

  test("read-only types and open objects, where asked for", async () => {
    const { text } = await typesOf("tuples-and-arrays", { readonly: true });
    await expect(text).toMatchFileSnapshot(join(folder, "tuples-and-arrays.readonly.ts"));
    const open = await typesOf("maps-and-patterns", { showOpen: true });
    await expect(open.text).toMatchFileSnapshot(join(folder, "maps-and-patterns.open.ts"));
  });

  test("tsc accepts all of them, with optional members exact or not", async () => {
    const files = new Map<string, string>();
    for (const name of cases) {
      for (const readonly of [false, true]) {
        for (const showOpen of [false, true]) {
          const { text } = await typesOf(name, { readonly, showOpen });
          files.set(`${name}-${readonly}-${showOpen}.ts`, text);
        }
      }
    }
    expect(compile(files)).toEqual([]);
    expect(compile(files, { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true })).toEqual([]);
  });

  test("the same text every time, and for a schema that was read anew", async () => {
    for (const name of cases) expect((await typesOf(name)).text).toBe((await typesOf(name)).text);
  });
});
