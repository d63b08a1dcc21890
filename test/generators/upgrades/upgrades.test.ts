import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import embedded from "../../../generators/upgrades/runtime.json" with { type: "json" };
import { type Ladder, type Step, upgrade } from "../../../src/migrate/index.ts";
import type { Json } from "../../../src/model.ts";
import { upgrades } from "../../../generators/upgrades/index.ts";
import { clerkYaml, migrating } from "../../kit/migrations.ts";
import { scratch } from "../../kit/scratch.ts";
import { envelope } from "../postcards/unit.ts";

type Upgrader = (value: unknown) => unknown;

async function load(folder: string, path: string): Promise<Record<string, Upgrader>> {
  return await import(/* @vite-ignore */ pathToFileURL(resolve(folder, path)).href);
}

it("the embedded runtime is the room that proves migrations", async () => {
  const { runtimeFiles } = await load(".", "generators/upgrades/embed.mjs");
  expect(runtimeFiles?.(undefined)).toEqual(embedded);
});

describe("a generated upgrader", () => {
  it("does to the fixtures what they say, with nothing installed", async () => {
    const made = await migrating();
    expect((await made.run("generate", "--only", "upgrades")).code).toBe(0);
    const { upgradeOrderPlaced } = await load(made.folder, "generated/upgrades/shop.v1/index.js");
    for (const { before, after } of parse(clerkYaml).fixtures)
      expect(upgradeOrderPlaced?.(before)).toEqual({ value: after, applied: ["clerk -> 1"] });
    expect(upgradeOrderPlaced?.({ clerk: "a", by: { agent: "b" } })).toHaveProperty("unsupported");
  });

  it("agrees with the interpreter on any ladder and any value", async () => {
    const name = fc.constantFrom("a", "b", "__proto__", "toString", "0");
    const path = fc.array(name, { minLength: 1, maxLength: 2 });
    const value: fc.Arbitrary<Json> = fc
      .letrec((tie) => ({
        json: fc.oneof(
          { maxDepth: 2 },
          fc.constantFrom<Json>(1, 2, "1", "x", null),
          fc.array(tie("json"), { maxLength: 2 }),
          fc.array(fc.tuple(name, tie("json")), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
        ),
      }))
      .json.map((made) => JSON.parse(JSON.stringify(made)));
    const word = fc.dictionary(fc.constantFrom("x", "1", "toString"), value, { maxKeys: 2 });
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant("move" as const), at: path, to: path }),
      fc.record({ do: fc.constantFrom("default" as const, "set" as const), at: path, value }),
      fc.record({
        do: fc.constant("map" as const),
        at: path,
        words: word,
        otherwise: fc.constantFrom("keep" as const, "refuse" as const),
      }),
      fc.record({ do: fc.constant("hash" as const), at: path, prefix: fc.constant("h:") }),
      fc.record({ do: fc.constant("remove" as const), at: path }),
    );
    const holds = fc.constantFrom("present" as const, "absent" as const, ["x", 1], { startsWith: "x" });
    const rung = (from: string | number, to: number) =>
      fc.record({
        from: fc.constant(from),
        to: fc.constant(to),
        when: fc.array(fc.record({ at: path, holds }), { minLength: 1, maxLength: 2 }),
        steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      });
    const ladder: fc.Arbitrary<Ladder> = fc.record({
      version: fc.option(fc.record({ at: path, spellings: fc.constant({ "1": 1, "2": 2, x: 1 }) }), {
        nil: undefined,
      }),
      rungs: fc.tuple(rung("old", 1), rung(1, 2), rung(2, 3)),
    });
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(ladder, fc.array(value, { minLength: 8, maxLength: 8 }), async (declared, values) => {
        const unit = { ...envelope, latest: true, ladder: declared };
        const made = scratch({ "package.json": { type: "module" } });
        const files = upgrades.index?.([unit], {}) ?? [];
        made.write(Object.fromEntries(files.map(({ path, text }) => [path, text])));
        const module = await load(made.folder, `${envelope.subject}/index.js`);
        for (const one of values) {
          const expected = upgrade(one, declared);
          outcomes.add(
            expected.unsupported !== undefined
              ? "unsupported"
              : expected.applied.length > 0
                ? "applied"
                : "left",
          );
          expect(JSON.stringify(module["upgradeEnvelope"]?.(one))).toBe(JSON.stringify(expected));
        }
      }),
      { numRuns: 60 },
    );
    expect([...outcomes].sort()).toEqual(["applied", "left", "unsupported"]);
  });
});
