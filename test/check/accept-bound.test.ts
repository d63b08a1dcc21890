import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model.ts";
import { commit, start } from "../kit/git.ts";
import { actorSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const draft = "registry/shop.v1/Actor/schema.json";
const lock = "registry/waybill.lock";
const accept = ["--reason", "nobody is left", "--owner", "shop", "--expires", "2999-12-31"];

/** Agents of so many letters at least; with more members where asked. */
function actor(minLength: number, more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    ...actorSchema,
    properties: { agent: { ...actorSchema.properties.agent, minLength }, ...more },
  };
}

/** On the base: version 1, and the accept of the break that `minLength: 2` is. */
async function acceptedOnBase(): Promise<Scratch> {
  const made = await published();
  start(made);
  made.write({ [draft]: actor(2) });
  const [found] = await errors(made, "--only", "compatibility");
  expect((await made.run("accept", found?.fingerprint ?? "", ...accept)).code).toBe(0);
  commit(made, "registry/accepted");
  return made;
}

async function errors(made: Scratch, ...args: readonly string[]): Promise<readonly Finding[]> {
  const { out } = await made.run("check", "--json", ...args);
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  return findings.filter(({ severity }) => severity === "error");
}

const against = ["--only", "base,compatibility,integrity", "--against", "main"];

describe("an accepted break lets that one pass and no other", () => {
  it("is written with what it is bound to, and passes as a draft and as a barrier", async () => {
    const made = await acceptedOnBase();
    const [, file = ""] = [...made.snapshot()].find(([path]) => path.includes("registry/accepted/")) ?? [];
    expect(file).toMatch(/^from: "shop\.v1\/Actor@1"$/m);
    expect(file).toMatch(/^fromHash: "sha256:[0-9a-f]{64}"$/m);
    expect(file).toMatch(/^toShape: "shape1:[0-9a-f]{64}"$/m);
    expect(await errors(made, ...against)).toEqual([]);
    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    expect(made.read(lock)).toMatch(/^version shop\.v1\/Actor@2 .* barrier$/m);
    expect(await errors(made, ...against)).toEqual([]);
  });

  it("not the same rule at the same place with another value", async () => {
    const made = await acceptedOnBase();
    made.write({ [draft]: actor(3) });
    expect((await errors(made, ...against)).map(({ rule }) => rule)).toContain("BOUND_TIGHTENED");
    expect((await made.run("publish", "--against", "main")).code).toBe(100);
  });

  it("not a second break beside it", async () => {
    const made = await acceptedOnBase();
    made.write({ [draft]: { ...Object(actor(2)), required: ["agent", "role"] } });
    expect((await errors(made, ...against)).length).toBeGreaterThan(0);
    expect((await made.run("publish", "--against", "main")).code).toBe(100);
  });

  it("not another break that was published behind a barrier of one's own", async () => {
    const made = await acceptedOnBase();
    made.write({ [draft]: actor(5) });
    const [found] = await errors(made, "--only", "compatibility");
    await made.run("accept", found?.fingerprint ?? "", ...accept);
    expect((await made.run("publish", "--allow-head-accepts")).code).toBe(0);
    expect(made.read(lock)).toMatch(/Actor@2 .* barrier$/m);
    expect((await errors(made, ...against)).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["BARRIER_NOT_ACCEPTED", "BOUND_TIGHTENED"]),
    );
  });

  it("not a barrier on a version that breaks nothing", async () => {
    const made = await acceptedOnBase();
    made.write({ [draft]: actor(1, { role: { type: "string", description: "x" } }) });
    expect((await made.run("publish")).code).toBe(0);
    made.write({ [lock]: made.read(lock).replace(/^(version shop\.v1\/Actor@2 .*) -$/m, "$1 barrier") });
    expect((await errors(made, ...against)).map(({ rule }) => rule)).toEqual(["BARRIER_NOT_ACCEPTED"]);
  });

  it("not the next version once it was used", async () => {
    const made = await acceptedOnBase();
    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    commit(made, ".");
    // Back and forth: the same rule, the same place, the same values, another pair.
    made.write({ [draft]: actor(1) });
    const [found] = await errors(made, "--only", "compatibility");
    await made.run("accept", found?.fingerprint ?? "", ...accept);
    commit(made, "registry/accepted");
    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    commit(made, ".");
    made.write({ [draft]: actor(2) });
    expect((await errors(made, ...against)).length).toBeGreaterThan(0);
  });
});

it("a break is found in whichever version a pull request hides it", async () => {
  const made = await published();
  const namespace = "registry/shop.v1/namespace.yaml";
  made.write({ [namespace]: "title: Orders\nowners: [shop]\npolicy: backward\n" });
  start(made);
  // Version 2 breaks version 1, version 3 agrees with version 2: looking back one step finds nothing.
  made.write({ [namespace]: "title: Orders\nowners: [shop]\npolicy: none\n", [draft]: actor(4) });
  expect((await made.run("publish")).code).toBe(0);
  made.write({ [draft]: actor(4, { role: { type: "string", description: "x" } }) });
  expect((await made.run("publish")).code).toBe(0);
  made.write({ [namespace]: "title: Orders\nowners: [shop]\npolicy: backward\n" });
  const found = await errors(made, ...against);
  expect(found.map(({ to }) => to)).toContain("shop.v1/Actor@2");
});
