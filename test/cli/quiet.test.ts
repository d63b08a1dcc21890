import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { nameOf } from "../../src/cli/parser.ts";
import { start } from "../kit/git.ts";
import { actorSchema, project, published } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

const draft = "registry/shop.v1/Actor/schema.json";
const clerk = { "line.jsonl": '{"agent":"clerk"}\n' };
const more = {
  ...actorSchema,
  properties: { ...actorSchema.properties, more: { type: "string", description: "More." } },
};
const stricter = { ...actorSchema, properties: { agent: { ...actorSchema.properties.agent, minLength: 2 } } };

/** What a person asks these for is what they print, so `--quiet` leaves it. */
const answering = ["diff", "explain", "prove", "vocabulary", "list", "show", "hash", "completion"];

/** The others do something, or look whether all is well: a project each in which they have nothing to complain of. */
const doing: Readonly<Record<string, () => Promise<readonly [Scratch, ...string[]]>>> = {
  init: async () => [scratch(), "init"],
  new: async () => [await published(), "new", "shop.v1/OrderPaid"],
  author: async () => [await published(), "author"],
  fmt: async () => [await projectWith({ [draft]: JSON.stringify(actorSchema) }), "fmt"],
  check: async () => [await published(), "check", "--only", "schema,lint,examples,integrity"],
  publish: async () => [project(), "publish"],
  withdraw: async () => [await published(), "withdraw", "shop.v1/Actor@1", "--reason", "wrong"],
  accept: async () => {
    const made = await projectWith({ [draft]: stricter });
    const { out } = await made.run("check", "--only", "compatibility", "--json");
    const { fingerprint } = JSON.parse(out).findings[0];
    return [
      made,
      "accept",
      fingerprint,
      ...["--reason", "nobody", "--owner", "shop", "--expires", "2999-12-31"],
    ];
  },
  generate: async () => [await published(), "generate"],
  validate: async () => [await projectWith(clerk), "validate", "shop.v1/Actor", "line.jsonl"],
  journal: async () => [
    await projectWith(clerk),
    ...["journal", "upgrade", "line.jsonl", "--as", "shop.v1/Actor", "-o", "new.jsonl"],
  ],
};

async function projectWith(files: Readonly<Record<string, unknown>>): Promise<Scratch> {
  const made = await published();
  made.write(files);
  return made;
}

describe("--quiet", () => {
  it("is held to for every command that does something", () => {
    expect([...Object.keys(doing), ...answering].toSorted()).toEqual(commands.map(nameOf).toSorted());
  });

  it.each(Object.keys(doing))("%s says nothing where nothing is wrong", async (name) => {
    const [made, ...argv] = (await doing[name]?.()) ?? [scratch()];
    const { code, out, err } = await made.run(...argv, "--quiet");
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
  });

  it.each(Object.keys(doing).filter((name) => name !== "author"))(
    "%s says something otherwise",
    async (name) => {
      const [made, ...argv] = (await doing[name]?.()) ?? [scratch()];
      expect((await made.run(...argv)).out).not.toBe("");
    },
  );

  it("says what would be done, where that was asked", async () => {
    expect((await project().run("publish", "--dry-run", "--quiet")).out).toContain("would freeze shop.v1/");
  });

  it("answers where an object is asked for", async () => {
    const { out } = await project().run("publish", "--quiet", "--json");
    expect(JSON.parse(out)).toMatchObject({ format: "waybill.publish/1" });
  });
});

describe("--quiet still says what is wrong", () => {
  it("of breaks, to check and to publish", async () => {
    const made = await projectWith({ [draft]: stricter });
    for (const argv of [["check", "--only", "compatibility"], ["publish"]]) {
      const { code, out } = await made.run(...argv, "-q");
      expect(out).toContain("BOUND_TIGHTENED");
      expect(code).toBe(100);
    }
  });

  it("of notes that --fail-on makes a failure", async () => {
    const made = await projectWith({ [draft]: more });
    const argv = ["check", "--only", "compatibility", "-q"];
    expect(await made.run(...argv)).toMatchObject({ code: 0, out: "" });
    const { code, out } = await made.run(...argv, "--fail-on", "info");
    expect(out).toContain("PROPERTY_ADDED_OPTIONAL");
    expect(code).toBe(100);
  });

  it("of lines, without the counts", async () => {
    const made = await projectWith({ "line.jsonl": '{"agent":""}\n{"agent":"clerk"}\n' });
    const { code, out } = await made.run("validate", "shop.v1/Actor", "line.jsonl", "-q");
    expect(out).toMatch(/^line\.jsonl:1: \/agent minLength: .*\n$/);
    expect(code).toBe(100);
    made.write({ "line.jsonl": "" });
    const nothing = await made.run("validate", "shop.v1/Actor", "line.jsonl", "-q");
    expect(nothing.err).toContain("nothing was validated");
  });

  it("of a file that generate leaves alone, and one it cannot use", async () => {
    const made = await projectWith({
      "generated/types/shop.v1/Actor/index.ts": "mine\n",
      "loose/a.json": "{",
    });
    const { code, err } = await made.run("generate", "-q");
    expect(err).toContain("was not written by waybill");
    expect(code).toBe(100);
    const loose = await made.run(
      ...["generate", "--from", "loose", "--only", "types", "--out", "out", "--quiet"],
    );
    expect(loose.err).toContain("loose/a.json");
    expect(loose.code).toBe(100);
  });

  it("of drift, and of a draft that is not laid out", async () => {
    const made = await projectWith({ [draft]: JSON.stringify(actorSchema) });
    expect((await made.run("fmt", "--check", "-q")).out).toBe(`not laid out ${draft}\n`);
    expect((await made.run("generate", "--check", "-q")).out).toContain("differ");
  });

  it("of a journal line that stays behind", async () => {
    const made = await projectWith({ "line.jsonl": "{}\n" });
    const argv = ["journal", "upgrade", "line.jsonl", "--as", "shop.v1/Actor", "-q"];
    expect((await made.run(...argv)).err).toContain("first in line 1");
    expect((await made.run(...argv, "-o", "new.jsonl")).out).toContain("first in line 1");
  });

  it("of a base that is not there", async () => {
    const made = await published();
    start(made);
    const { code, err } = await made.run("publish", "--rebase", "nowhere", "-q");
    expect(err).toContain("git fetch");
    expect(code).toBe(1);
  });
});
