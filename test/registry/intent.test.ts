import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { disk } from "../../src/registry/files.ts";
import { intentIn } from "../../src/registry/intent.ts";
import { thisPublisher } from "../../src/registry/publisher.ts";
import { actorSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const announced = "registry/.waybill-publish";
const actor1 = "shop.v1/Actor/versions/1.json";
const nothing = { files: [], before: {} };
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function changed(): Promise<Scratch> {
  const made = await published();
  const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
  made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties } });
  return made;
}

async function findings(made: Scratch): Promise<readonly { rule: string; fix: string }[]> {
  const { out } = await made.run("check", "--only", "schema,integrity,unpublished", "--json");
  return JSON.parse(out).findings.filter(({ severity }: { severity: string }) => severity === "error");
}

const linux = process.platform === "linux";

describe("an announcement that came with a pull request", () => {
  it.skipIf(!linux).each([
    ["of a process that runs, and is another than it says", { pid: 1 }],
    ["of this process before the machine was switched on", { boot: "0 pid:[1]" }],
    ["of another machine, long ago", { host: "elsewhere", at: ago(11) }],
    ["of another machine, in days to come", { host: "elsewhere", at: ago(-1_000_000) }],
  ])("%s blocks nobody", async (_name, parts) => {
    const made = await changed();
    made.write({ [announced]: { ...thisPublisher(), ...parts, ...nothing } });
    expect((await findings(made)).map(({ rule }) => rule)).toEqual(["PUBLISH_UNFINISHED"]);
    const { code, err } = await made.run("publish");
    expect(err).not.toContain("another publish");
    expect(code).toBe(0);
    expect(await findings(made)).toEqual([]);
  });

  it("of another machine, now, blocks for minutes and says how long, and what to do", async () => {
    const made = await changed();
    const at = ago(2);
    made.write({ [announced]: { ...thisPublisher(), host: "elsewhere", at, ...nothing } });
    const [found] = await findings(made);
    expect(found?.rule).toBe("PUBLISH_UNFINISHED");
    const { code, err } = await made.run("publish");
    expect(code).toBe(1);
    for (const text of [err, found?.fix]) {
      expect(text).toContain(new Date(Date.parse(at) + 600_000).toISOString());
      expect(text).toMatch(/rm \S*registry\/\.waybill-publish/);
    }
    made.remove(announced);
    expect((await made.run("publish")).code).toBe(0);
  });

  it.each([
    ["no JSON", "x"],
    ["the form of before", '{"pid":1,"files":[]}'],
    ["a member more", JSON.stringify({ ...thisPublisher(), ...nothing, more: 1 })],
    ["no process", JSON.stringify({ ...thisPublisher(), pid: -1, ...nothing })],
    ["no time", JSON.stringify({ ...thisPublisher(), at: "soon", ...nothing })],
    ["a path that leads out", JSON.stringify({ ...thisPublisher(), files: ["../../.bashrc"], before: {} })],
    [
      "a path inside that publishing does not write",
      JSON.stringify({ ...thisPublisher(), files: ["shop.v1/Actor/schema.json"], before: {} }),
    ],
    [
      "a text for what is not announced",
      JSON.stringify({ ...thisPublisher(), files: [], before: { [actor1]: "{}" } }),
    ],
  ])("%s is not believed, and the repair is named", async (_name, text) => {
    const made = await changed();
    made.write({ [announced]: text });
    const [found] = await findings(made);
    expect(found?.rule).toBe("PUBLISH_INTENT_MALFORMED");
    expect(found?.fix).toContain(`rm ${announced}`);
    const before = made.snapshot();
    expect((await made.run("publish")).code).toBe(100);
    expect(made.snapshot()).toEqual(before);
    made.remove(announced);
    expect((await made.run("publish")).code).toBe(0);
  });

  it("can neither take a published version away nor put another in its place", async () => {
    const made = await changed();
    const text = made.read(`registry/${actor1}`);
    const forged = text.replace("Who did something.", "Somebody else.");
    made.write({
      [announced]: { ...thisPublisher(), pid: 2 ** 30, files: [actor1], before: { [actor1]: forged } },
    });
    expect((await made.run("show", "shop.v1/Actor@1")).out).not.toContain("Somebody else.");
    expect((await made.run("publish")).code).toBe(0);
    expect(made.read(`registry/${actor1}`)).toBe(text);
  });
});

it("an announcement that ends while it is looked at is none", async () => {
  const made = await changed();
  made.write({ [announced]: { ...thisPublisher(), ...nothing } });
  const read = (path: string) => {
    rmSync(path);
    return disk.read(path);
  };
  expect(intentIn(`${made.folder}/registry`, announced, { ...disk, read })).toBeUndefined();
});
