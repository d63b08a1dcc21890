import { describe, expect, it } from "vitest";
import { compile } from "../generators/types/tsc.ts";
import { type Ran, type Scratch, scratch } from "../kit/scratch.ts";

function typesOf(made: Scratch): Promise<Ran> {
  return made.run("generate", "--from", "in", "--only", "types", "--out", "out");
}

describe("types of loose files", () => {
  it("say where a reference leads nowhere, and are written all the same", async () => {
    const made = scratch({
      "in/order.json": {
        type: "object",
        properties: { by: { $ref: "urn:gone" }, on: { $ref: "#/$defs/Day" }, to: { $ref: "urn:user" } },
      },
      "in/user.json": { $id: "urn:user", type: "object", properties: { name: { $ref: "#/nowhere" } } },
      "in/broken.json": "{",
    });
    const { code, err } = await typesOf(made);
    expect(err).toContain("in/order.json:4:");
    expect(err).toContain('"urn:gone" leads nowhere');
    expect(err).toContain('"#/$defs/Day" leads nowhere');
    expect(err.match(/"#\/nowhere" leads nowhere/g)).toHaveLength(1);
    expect(err).toContain("in/broken.json");
    expect(code).toBe(100);
    expect(made.read("out/order.ts")).toContain("by?: unknown;");
    expect(made.read("out/user.ts")).toContain("export type User");
  });

  it("are called what their files are called, also like global ones", async () => {
    const names: Readonly<Record<string, string>> = {
      event: "Event",
      error: "Error",
      map: "Map",
      object: "Object",
      record: "Record",
      promise: "Promise",
      class: "Class",
      "2fa": "Schema2fa",
      "user-id": "UserId",
      时刻: "Schema",
    };
    const schema = { type: "object", properties: { at: { type: "object" }, tags: { type: "array" } } };
    const made = scratch(
      Object.fromEntries(Object.keys(names).map((stem) => [`in/${stem}.schema.json`, schema])),
    );
    expect((await typesOf(made)).err).toBe("");
    const files = new Map(Object.keys(names).map((stem, at) => [`f${at}.ts`, made.read(`out/${stem}.ts`)]));
    const declared = [...files.values()].map((text) => /export type (\w+)/.exec(text)?.[1]);
    expect(declared).toEqual(Object.values(names));
    expect(compile(files)).toEqual([]);
  });
});
