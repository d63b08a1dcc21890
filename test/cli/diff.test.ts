import { describe, expect, it } from "vitest";
import { commit, git, start } from "../kit/git.ts";
import { actorSchema, placedSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const { agent } = actorSchema.properties;
const actor = "registry/shop.v1/Actor/schema.json";
const placed = "registry/shop.v1/OrderPlaced/schema.json";
/** A member more, and one that must be there now. */
const required = {
  ...actorSchema,
  description: "Who did it.",
  properties: { agent, role: { type: "string", description: "In which role." } },
  required: ["agent", "role"],
};

async function repository(): Promise<Scratch> {
  const made = await published();
  start(made);
  return made;
}

describe("waybill diff <ref>", () => {
  it("compares every subject with the working tree, and tells only of those that changed", async () => {
    const made = await repository();
    made.write({ [actor]: required });
    const { code, out, err } = await made.run("diff", "main");
    expect([code, err]).toEqual([100, ""]);
    expect(out).toContain("shop.v1/Actor\n  main:shop.v1/Actor → shop.v1/Actor, roll out writers first");
    expect(out).toContain("REQUIRED_ADDED");
    expect(out).toContain(`${actor}:17:15`);
    expect(out).toContain(`was     main:${actor}:13:15`);
    expect(out).toContain('witness {"agent":"a"}');
    expect(out.replaceAll(/\s+/g, " ")).toContain("texts changed: 1 description");
    expect(out).toMatch(/1 changed, 0 added, 0 removed, 1 as before: 1 breaks somebody\n$/);
  });

  it("answers in JSON with each subject apart", async () => {
    const made = await repository();
    made.write({ [actor]: required, "registry/shop.v1/Refund/schema.json": actorSchema });
    made.remove("registry/shop.v1/OrderPlaced");
    git(made, "checkout", "--quiet", "main", "--", "registry/waybill.lock");
    const answer = JSON.parse((await made.run("diff", "main", "--json")).out);
    expect(answer).toMatchObject({
      format: "waybill.diff/1",
      from: "main",
      to: "working tree",
      added: ["shop.v1/Refund"],
      removed: ["shop.v1/OrderPlaced"],
    });
    expect(answer.subjects).toMatchObject([
      {
        subject: "shop.v1/Actor",
        backward: { verdict: "incompatible" },
        forward: { verdict: "compatible" },
        rollOut: "writers-first",
      },
    ]);
  });

  it("says of a subject that went whom that breaks, and what to do instead", async () => {
    const made = await published();
    const envelope = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Envelope",
      type: "object",
      properties: { type: { type: "string" }, payload: { type: "object" } },
      "x-kinds": { discriminator: "/type", payload: "/payload", map: { placed: "shop.v1/OrderPlaced" } },
    };
    made.write({ "registry/shop.v1/Envelope/schema.json": envelope });
    start(made);
    for (const name of ["Actor", "OrderPlaced", "Envelope"]) made.remove(`registry/shop.v1/${name}`);
    made.write({
      "registry/shop.v1/Refund/schema.json": actorSchema,
      "registry/waybill.lock": "waybill-lock 1\n",
    });
    const { code, out } = await made.run("diff", "main");
    expect(out).toContain(`removed  shop.v1/Actor
  breaks  every reader and writer of it; messages may name @1
  used by shop.v1/OrderPlaced
  fix     keep it with its versions; say with \`deprecated\` and \`x-sunset\` that it goes
`);
    expect(out).toContain(`removed  shop.v1/OrderPlaced
  breaks  every reader and writer of it; messages may name @1
  kind    "placed" of shop.v1/Envelope
  fix     `);
    expect(out).toContain(`removed  shop.v1/Envelope
  breaks  who built on its draft; no version of it was published
`);
    expect(out).toMatch(/0 changed, 1 added, 3 removed, 0 as before: 3 break somebody\n$/);
    expect(code).toBe(100);
  });

  it("compares two refs, and finds nothing where nothing changed", async () => {
    const made = await repository();
    git(made, "branch", "before");
    made.write({ [actor]: required });
    commit(made, ".");
    const { code, out } = await made.run("diff", "before", "main");
    expect(code).toBe(100);
    expect(out).toContain("before:shop.v1/Actor → main:shop.v1/Actor");
    expect(await made.run("diff", "main")).toMatchObject({
      code: 0,
      out: "0 changed, 0 added, 0 removed, 2 as before: nobody is broken\n",
    });
    expect((await made.run("diff", "HEAD~1:registry", "merge-base:before")).code).toBe(0);
    expect((await made.run("diff", "./registry", "main")).code).toBe(0);
  });
});

describe("waybill diff of one schema", () => {
  it("takes versions, drafts, files, and files and versions at a ref", async () => {
    const made = await repository();
    made.write({ [actor]: required });
    const rows: readonly (readonly [argv: readonly string[], head: string])[] = [
      [[`main:${actor}`], `main:${actor} → ${actor}`],
      [[`main:${actor}`, actor], `main:${actor} → ${actor}`],
      [["shop.v1/Actor@1"], "1 → shop.v1/Actor"],
      [["shop.v1/Actor@1", actor], `1 → ${actor}`],
      [["main:shop.v1/Actor@1"], "1 → shop.v1/Actor"],
    ];
    for (const [argv, head] of rows) {
      const { code, out, err } = await made.run("diff", ...argv);
      expect([argv, code, err]).toEqual([argv, 100, ""]);
      expect(out.replaceAll(/\s+/g, " ")).toContain(`shop.v1/Actor ${head}, roll out writers first`);
      expect(out).toContain('Add "role" as optional');
      expect(out).toMatch(/ {2}old data, new reader: incompatible\n {2}new data, old reader: compatible\n/);
    }
  });

  it("reads a draft with what it refers to", async () => {
    const made = await repository();
    made.write({ [placed]: { ...placedSchema, required: ["order_id"] } });
    const { code, out } = await made.run("diff", `main:${placed}`);
    expect(code).toBe(100);
    expect(out).toContain('property "by" is no longer required');
    expect(out).toContain('Keep "by" required, or publish it as optional in "shop.v2".');
  });

  it("says what is missing", async () => {
    const made = await repository();
    const rows: readonly (readonly [argv: readonly string[], says: string])[] = [
      [["nowhere"], 'there is no file "nowhere", and no commit "nowhere" in this clone'],
      [["nowhere:a.json"], 'there is no commit "nowhere" in this clone'],
      [["main:a.json"], 'there is no file "a.json" at "main"'],
      [["main:nowhere"], 'there is no registry at "main:nowhere"'],
      [["--", "--output=x"], "needs <a>"],
      [["main:--output=x"], 'there is no registry at "main:--output=x"'],
    ];
    for (const [argv, says] of rows) {
      const { code, out, err } = await made.run("diff", ...argv);
      expect(err).toContain(says);
      expect(out).toBe("");
      expect([1, 2]).toContain(code);
    }
  });
});
