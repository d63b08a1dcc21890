import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { author } from "../../src/author/author.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "author-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function source(subject: string, members: string): void {
  mkdirSync(join(root, subject), { recursive: true });
  const text = `import { Count, subject, Text, Type } from "waybill/author";
export const schema = subject({ title: "T", description: "D." }, Type.Object({ ${members} }));
`;
  writeFileSync(join(root, subject, "schema.ts"), text);
}

const run = (check = false, only: readonly string[] = []) => author({ root, shown: "registry", only, check });
const draft = (subject: string) => readFileSync(join(root, subject, "schema.json"), "utf8");

describe("authoring", () => {
  it("writes drafts, and leaves those alone that are right", async () => {
    source("notes.v1/Note", `text: Text({ description: "What it says." })`);
    source("notes.v1/Book", `pages: Count({ description: "How many." })`);
    expect(await run()).toEqual([
      { subject: "notes.v1/Book", file: "registry/notes.v1/Book/schema.json", state: "written" },
      { subject: "notes.v1/Note", file: "registry/notes.v1/Note/schema.json", state: "written" },
    ]);
    expect(JSON.parse(draft("notes.v1/Book")).properties.pages.minimum).toBe(0);
    expect(draft("notes.v1/Note").endsWith("}\n")).toBe(true);
    expect(draft("notes.v1/Note")).not.toContain("~");
    const before = statSync(join(root, "notes.v1/Note/schema.json"), { bigint: true });
    source("notes.v1/Book", `pages: Count({ description: "How many.", minimum: 1 })`);
    expect((await run()).map(({ state }) => state)).toEqual(["written", "unchanged"]);
    const after = statSync(join(root, "notes.v1/Note/schema.json"), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    expect(readdirSync(join(root, "notes.v1/Book")).sort()).toEqual(["schema.json", "schema.ts"]);
  });

  it("only names stale drafts where asked to check", async () => {
    source("notes.v1/Note", `text: Text({ description: "What it says." })`);
    expect((await run(true)).map(({ state }) => state)).toEqual(["stale"]);
    expect(existsSync(join(root, "notes.v1/Note/schema.json"))).toBe(false);
    await run();
    expect((await run(true)).map(({ state }) => state)).toEqual(["unchanged"]);
    writeFileSync(join(root, "notes.v1/Note/schema.json"), draft("notes.v1/Note").replace("says", "said"));
    expect((await run(true)).map(({ state }) => state)).toEqual(["stale"]);
  });

  it("takes subjects and namespaces, and leaves subjects without a source to their author", async () => {
    source("notes.v1/Note", "");
    source("notes.v1/NoteBook", "");
    source("other.v1/Note", "");
    mkdirSync(join(root, "notes.v1/ByHand"));
    writeFileSync(join(root, "notes.v1/ByHand/schema.json"), "{}\n");
    expect((await run(false, ["notes.v1/Note"])).map(({ subject }) => subject)).toEqual(["notes.v1/Note"]);
    expect((await run(false, ["notes.v1"])).map(({ subject }) => subject)).toEqual([
      "notes.v1/Note",
      "notes.v1/NoteBook",
    ]);
    await expect(run(false, ["notes.v1/ByHand"])).rejects.toMatchObject({
      code: "USAGE",
      message: '"notes.v1/ByHand" has no schema.ts',
    });
    expect(draft("notes.v1/ByHand")).toBe("{}\n");
  });

  it("shares fields between subjects without one showing in the other", async () => {
    source("notes.v1/Note", "text: shared");
    const shared = `import { Annotate, subject, Text, Type } from "waybill/author";
export const text = Text({ description: "What it says." });
export const schema = subject({ title: "T", description: "D." }, Type.Object({ text: Annotate(text, { "x-redact": "immutable" }) }));
`;
    mkdirSync(join(root, "notes.v1/Fixed"));
    writeFileSync(join(root, "notes.v1/Fixed/schema.ts"), shared);
    const note = `import { subject, Type } from "waybill/author";
import { text } from "../Fixed/schema.ts";
export const schema = subject({ title: "T", description: "D." }, Type.Object({ text }));
`;
    writeFileSync(join(root, "notes.v1/Note/schema.ts"), note);
    await run();
    expect(draft("notes.v1/Fixed")).toContain("x-redact");
    expect(draft("notes.v1/Note")).not.toContain("x-redact");
  });
});

describe("a source that is wrong", () => {
  const broken = (text: string) => {
    mkdirSync(join(root, "notes.v1/Note"), { recursive: true });
    writeFileSync(join(root, "notes.v1/Note/schema.ts"), text);
  };

  it("is named with line and column where it does not build", async () => {
    broken(`import { subject } from "waybill/author";\nexport const schema = subject(;\n`);
    await expect(run()).rejects.toMatchObject({
      code: "MALFORMED",
      message: 'a schema.ts does not build: Unexpected ";"',
      place: { file: "registry/notes.v1/Note/schema.ts", line: 2, column: 31 },
    });
  });

  it("is told where it throws", async () => {
    broken(`throw new Error("no such field");\n`);
    await expect(run()).rejects.toMatchObject({
      code: "MALFORMED",
      message: "a schema.ts does not run: no such field",
    });
  });

  it("is told where it exports no schema, and nothing is written", async () => {
    broken(`export const Schema = {};\n`);
    await expect(run()).rejects.toMatchObject({ code: "MALFORMED", message: "the source exports no schema" });
    expect(existsSync(join(root, "notes.v1/Note/schema.json"))).toBe(false);
  });
});
