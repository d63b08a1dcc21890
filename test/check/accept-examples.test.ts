import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/canonical/index.ts";
import { endedBy, hasEnded } from "../../src/registry/ended-examples.ts";
import type { Finding } from "../../src/model.ts";
import { commit, start } from "../kit/git.ts";
import { actorSchema, project } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const draft = "registry/shop.v1/Actor/schema.json";
const lock = "registry/waybill.lock";
const short = "registry/shop.v1/Actor/examples/valid/short.json";
const extra = "registry/shop.v1/Actor/examples/valid/extra.json";
const accept = ["--reason", "nobody is left", "--owner", "shop", "--expires", "2999-12-31"];

/** Names of so many letters at least. */
function actor(minLength: number, more: Readonly<Record<string, unknown>> = {}): unknown {
  return { ...actorSchema, properties: { agent: { ...actorSchema.properties.agent, minLength } }, ...more };
}

/** On the base: version 1, three examples it accepts, and the accept of what the next draft breaks. */
async function acceptedOnBase(next: unknown): Promise<Scratch> {
  const made = project();
  made.write({ [short]: { agent: "x" }, [extra]: { agent: "clerk", shift: "late" } });
  expect((await made.run("publish")).code).toBe(0);
  start(made);
  made.write({ [draft]: next });
  const { out } = await made.run("check", "--only", "compatibility", "--json");
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  for (const { fingerprint } of findings.filter(({ severity }) => severity === "error"))
    expect((await made.run("accept", fingerprint, ...accept)).code).toBe(0);
  commit(made, "registry/accepted");
  return made;
}

async function told(made: Scratch, ...args: readonly string[]) {
  const { code, out } = await made.run("check", "--json", ...args);
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  const examples = findings.filter(({ rule }) => rule === "EXAMPLE_REJECTED");
  return { code, examples: examples.map(({ severity, file }) => `${severity} ${file}`), findings };
}

const judging = ["--only", "base,compatibility,integrity,examples"];
const against = [...judging, "--against", "main"];

describe("an example that an accepted break refuses", () => {
  it("goes with the accept: as a draft, when it is published, once it is merged and ever after", async () => {
    const made = await acceptedOnBase(actor(2));
    // Without the base nothing is accepted; the way on is said.
    const alone = await told(made, ...judging);
    expect(alone.examples).toEqual([`error ${short}`]);
    expect(alone.findings.find(({ rule }) => rule === "EXAMPLE_REJECTED")?.fix).toContain("waybill accept");

    const draftOnly = await told(made, ...against);
    expect([draftOnly.code, draftOnly.examples]).toEqual([0, [`info ${short}`]]);
    const note = draftOnly.findings.find(({ rule }) => rule === "EXAMPLE_REJECTED");
    expect(note?.message).toContain('refused from "shop.v1/Actor@2" on');
    expect(note?.message).toContain("shop accepted");
    expect(note?.why).toBe("nobody is left");

    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    expect(made.read(lock)).toMatch(/^version shop\.v1\/Actor@2 .* barrier$/m);
    const frozen = await told(made, ...against);
    expect([frozen.code, frozen.examples]).toEqual([0, [`info ${short}`]]);

    commit(made, ".");
    for (const args of [against, judging]) {
      const merged = await told(made, ...args);
      expect([merged.code, merged.examples]).toEqual([0, []]);
    }
    // The next version is held to what version 2 accepts, and to no more.
    made.write({ [draft]: actor(2, { title: "Somebody" }) });
    expect((await told(made, ...against)).examples).toEqual([]);
    made.write({ [draft]: actor(2, { additionalProperties: false }) });
    expect((await told(made, ...against)).examples).toEqual([`error ${extra}`]);
  });

  it("is no example of what is generated from the version that refuses it", async () => {
    const made = await acceptedOnBase(actor(2));
    made.remove("registry/shop.v1/Actor/examples/valid/clerk.json");
    made.remove(extra);
    made.write({ [lock]: made.read(lock).replaceAll(/^example \S+\/(clerk|extra)\.json .*\n/gm, "") });
    commit(made, ".");
    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    expect((await made.run("generate")).code).toBe(0);
    expect(made.read("generated/postcards/shop.v1/Actor/v2.md")).not.toContain('"agent": "x"');
    // The version before accepts it, and has nothing else to show.
    expect(made.read("generated/postcards/shop.v1/Actor/v1.md")).toContain('"agent": "x"');
    expect((await made.run("check", "--only", "drift")).code).toBe(0);
    // So the newest version is short of an example, and says so.
    const missing = await told(made, "--only", "lint");
    expect(missing.findings.map(({ rule, subject }) => [rule, subject])).toContainEqual([
      "EXAMPLE_MISSING",
      "shop.v1/Actor",
    ]);
    made.write({ [extra]: { agent: "clerk" } });
    expect((await told(made, "--only", "lint")).findings.map(({ rule }) => rule)).not.toContain(
      "EXAMPLE_MISSING",
    );
  });

  it("goes with a rename that is accepted once", async () => {
    const { agent } = actorSchema.properties;
    const made = await acceptedOnBase({
      ...actorSchema,
      properties: { agent_name: agent },
      required: ["agent_name"],
    });
    const { code, examples, findings } = await told(made, ...against);
    expect(code).toBe(0);
    expect(examples.toSorted()).toEqual(
      ["clerk", "extra", "short"].map((name) => `info ${short.replace("short", name)}`),
    );
    expect(
      findings
        .filter(({ rule }) => rule === "PROPERTY_RENAMED")
        .map(({ severity, direction }) => [severity, direction]),
    ).toEqual([
      ["info", "backward"],
      ["info", "forward"],
    ]);
    expect([...made.snapshot().keys()].filter((path) => path.includes("registry/accepted/"))).toHaveLength(1);
  });
});

describe("an accepted break hides no more than itself", () => {
  it("not an example that another change refuses, of which compatibility says nothing", async () => {
    const made = await acceptedOnBase(actor(2, { additionalProperties: false }));
    const { code, examples } = await told(made, ...against);
    expect(examples.toSorted()).toEqual([`error ${extra}`, `info ${short}`]);
    expect(code).toBe(100);
    expect((await made.run("publish", "--against", "main")).code).toBe(100);
  });

  it("not where another schema is published than the one it was accepted for", async () => {
    const made = await acceptedOnBase(actor(2));
    made.write({ [draft]: actor(3) });
    expect((await told(made, ...against)).examples).toEqual([`error ${short}`]);
  });

  it.each(["open", "merged"])(
    "not an example the pull request brings, whatever its lock says, break %s",
    async (state) => {
      const made = await acceptedOnBase(actor(2));
      if (state === "merged") {
        expect((await made.run("publish", "--against", "main")).code).toBe(0);
        commit(made, ".");
      }
      const mine = "registry/shop.v1/Actor/examples/valid/mine.json";
      made.write({ [mine]: { agent: "x" } });
      expect((await told(made, ...against)).examples).toContain(`error ${mine}`);
      const line = made.read(lock).match(/^example \S+\/short\.json .*\n/m)?.[0] ?? "";
      made.write({ [lock]: made.read(lock).replace(line, line.replace("short", "mine") + line) });
      const { examples, findings } = await told(made, ...against);
      expect(examples).toContain(`error ${mine}`);
      expect(findings.map(({ rule }) => rule)).not.toContain("LOCK_MERGED");
    },
  );

  it("not after its last day", async () => {
    const made = await acceptedOnBase(actor(2));
    const [path = ""] = [...made.snapshot().keys()].filter((name) => name.includes("registry/accepted/"));
    made.write({ [path]: made.read(path).replace("2999-12-31", "2020-12-31") });
    commit(made, path);
    expect((await told(made, ...against)).examples).toEqual([`error ${short}`]);
  });

  it("not behind a barrier that this side alone has", async () => {
    const made = await acceptedOnBase(actor(2));
    made.write({ [draft]: actor(5) });
    const { findings } = await told(made, "--only", "compatibility");
    await made.run(
      "accept",
      findings.find(({ severity }) => severity === "error")?.fingerprint ?? "",
      ...accept,
    );
    expect((await made.run("publish", "--allow-head-accepts")).code).toBe(0);
    expect(made.read(lock)).toMatch(/Actor@2 .* barrier$/m);
    expect((await told(made, ...judging)).examples).toEqual([]);
    expect((await told(made, ...against)).examples).toEqual([`error ${short}`]);
  });

  it("not what a version after the barrier accepted again", () => {
    const version = (number: number, barrier: boolean, minLength: number) => ({
      address: `a.v1/A@${number}`,
      subject: "a.v1/A",
      number,
      document: document("{}"),
      schema: { type: "string", minLength },
      dialect: "2020-12" as const,
      hash: "",
      shape: "",
      withdrawn: false,
      barrier,
    });
    const example = { document: document('"x"'), instance: "x" };
    const subject = (...versions: readonly ReturnType<typeof version>[]) => ({
      address: "a.v1/A",
      namespace: "a.v1",
      name: "A",
      policy: "additive" as const,
      stage: "stable" as const,
      wireVersions: new Map(),
      draft: undefined,
      versions,
      validExamples: [example],
      invalidExamples: [],
    });
    const [first, ends, again] = [version(1, false, 1), version(2, true, 2), version(3, false, 1)];
    expect(hasEnded(example, subject(first, ends))).toBe(true);
    expect(hasEnded(example, subject(first, ends, again))).toBe(false);
    expect(hasEnded(example, subject(first, ends), () => false)).toBe(false);
    // A barrier that was withdrawn was taken back, unless what came after it lives.
    const taken = { ...ends, withdrawn: true };
    expect(hasEnded(example, subject(first, taken))).toBe(false);
    expect(hasEnded(example, subject(first, taken, version(3, false, 2)))).toBe(true);
    // Nobody ever accepted it: that is no promise.
    expect(hasEnded(example, subject(version(1, false, 2), ends))).toBe(false);
    // By version: what each of them was published with.
    const path = "a.v1/A/examples/valid/x.json";
    const locked = { path, hash: contentHash("x"), acceptedBy: "a.v1/A@1", line: 1 };
    const held = { file: "", versions: new Map(), examples: new Map([[path, locked]]) };
    const by = (...versions: readonly ReturnType<typeof version>[]) => {
      const ended = endedBy(subject(...versions), { root: "registry", lock: held });
      return versions.filter((one) => ended.has(one)).map(({ number }) => number);
    };
    const still = version(4, false, 2);
    expect(by(first, ends)).toEqual([2]);
    expect(by(first, ends, again)).toEqual([2]);
    // A refusal that no barrier stands for is an error elsewhere, and hides nothing.
    expect(by(first, ends, again, still)).toEqual([2]);
    expect(by(first, ends, again, { ...still, barrier: true })).toEqual([2, 4]);
    expect(by(version(1, false, 2), ends)).toEqual([]);
  });
});

function document(text: string) {
  const file = "registry/a.v1/A/examples/valid/x.json";
  return { file, text, value: JSON.parse(text), place: () => ({ file, line: 1, column: 1 }) };
}
