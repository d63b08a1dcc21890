import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import embedded from "../../../generators/vocabulary/runtime.json" with { type: "json" };
import { mapValue, vocabulariesOf } from "../../../src/vocabulary/index.ts";
import { speaking, vocabularyYaml } from "../../kit/vocabulary.ts";

type Mapper = (source: string, value: unknown) => unknown;

async function load(path: string): Promise<Record<string, Mapper>> {
  return await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href);
}

it("the embedded runtime is the room that maps", async () => {
  const { runtimeFiles } = await load("generators/vocabulary/embed.mjs");
  expect(runtimeFiles?.("", undefined)).toEqual(embedded);
});

it("a generated mapper says what the room says, of any value, and knows its sources", async () => {
  const made = speaking();
  expect((await made.run("publish")).code).toBe(0);
  expect((await made.run("generate", "--only", "vocabulary")).code).toBe(0);
  const { mapActor } = await load(join(made.folder, "generated/vocabulary/shop.v1/actor.js"));
  const [vocabulary] = vocabulariesOf("shop.v1", parse(vocabularyYaml), (_, message) => expect.fail(message));
  const [till] = vocabulary?.sources ?? [];
  if (till === undefined) return expect.fail("no source");
  const word = fc.oneof(fc.constantFrom("clerk", "robot", "acme-7", "toString", "__proto__"), fc.string());
  fc.assert(
    fc.property(
      fc.oneof(word, fc.dictionary(fc.constantFrom("make", "x"), word), fc.jsonValue()),
      (value) => {
        expect(mapActor?.("till", value)).toEqual(mapValue(till, value));
      },
    ),
  );
  expect(() => mapActor?.("door", "x")).toThrow(/no vocabulary "door"/);
  const types = made.read("generated/vocabulary/shop.v1/actor.d.ts");
  expect(types).toContain('source: "till"');
  expect(types).toContain('Mapped<"person" | "machine" | "unknown">');
});
