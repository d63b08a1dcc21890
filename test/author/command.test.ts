import { describe, expect, it } from "vitest";
import { scratch } from "../kit/scratch.ts";

const source = (description: string) => `import { subject, Text, Type } from "waybill/author";
export const schema = subject({ title: "T", description: "D." }, Type.Object({ text: Text({ description: "${description}" }) }));
`;

describe("waybill author", () => {
  it("writes, then has nothing to write", async () => {
    const made = scratch({ "registry/notes.v1/Note/schema.ts": source("What it says.") });
    const first = await made.run("author");
    expect([first.code, first.out]).toEqual([0, "wrote registry/notes.v1/Note/schema.json\n"]);
    expect(first.err).toContain("1 draft with a TypeBox source, 1 written");
    const second = await made.run("author", "notes.v1");
    expect([second.code, second.out]).toEqual([0, ""]);
  });

  it("--check finds a stale draft wanting and says the way out", async () => {
    const made = scratch({ "registry/notes.v1/Note/schema.ts": source("What it says.") });
    const { code, out } = await made.run("author", "--check");
    expect(code).toBe(100);
    expect(out).toContain(
      "registry/notes.v1/Note/schema.json is not what schema.ts says: run `waybill author notes.v1/Note`",
    );
    const json = await made.run("author", "--check", "--json");
    expect(JSON.parse(json.out)).toEqual({
      format: "waybill.author/1",
      drafts: [{ subject: "notes.v1/Note", file: "registry/notes.v1/Note/schema.json", state: "stale" }],
    });
    await made.run("author");
    expect((await made.run("author", "--check")).code).toBe(0);
  });

  it("names what is no subject with a source", async () => {
    const made = scratch({ "registry/notes.v1/Note/schema.ts": source("What it says.") });
    const { code, err } = await made.run("author", "notes.v1/Nota");
    expect(code).toBe(2);
    expect(err).toContain('"notes.v1/Nota" has no schema.ts');
    expect(err).toContain('did you mean "notes.v1/Note"?');
  });
});
