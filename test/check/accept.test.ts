import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { actorSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";
import type { Finding } from "../../src/model.ts";

const draft = "registry/shop.v1/Actor/schema.json";
const accept = ["--reason", "nobody is left", "--owner", "shop", "--expires", "2999-12-31"];

describe("an accepted break", () => {
  it("counts once it is on the base, becomes a barrier, and is looked back past no more", async () => {
    const made = await breaking();
    const [found] = await errors(made);
    expect(found?.rule).toBe("BOUND_TIGHTENED");
    expect((await made.run("accept", found?.fingerprint ?? "", ...accept)).code).toBe(0);

    // In the same pull request it does not count, unless that is asked for, and then the report shows it.
    expect((await made.run("check", "--only", "compatibility", "--against", "main")).code).toBe(100);
    const allowed = await made.run("check", "--only", "compatibility", "--allow-head-accepts");
    expect(allowed.out).toContain("accepted by shop");
    expect(allowed.code).toBe(0);

    commit(made, "registry/accepted");
    expect((await made.run("check", "--only", "compatibility", "--against", "main")).code).toBe(0);
    expect((await made.run("publish")).code).toBe(100);
    expect((await made.run("publish", "--against", "main")).code).toBe(0);
    expect(made.read("registry/waybill.lock")).toMatch(/^version shop\.v1\/Actor@2 .* barrier$/m);
    expect((await made.run("check", "--only", "compatibility,integrity")).code).toBe(0);
  });

  it("must be one that check finds", async () => {
    const made = await breaking();
    const { code, err } = await made.run("accept", "000000000000", ...accept);
    expect(err).toContain("check finds no break");
    expect(code).toBe(2);
  });

  it("is not honoured after its last day", async () => {
    const made = await breaking();
    const [found] = await errors(made);
    await made.run(
      "accept",
      found?.fingerprint ?? "",
      "--reason",
      "x",
      "--owner",
      "shop",
      "--expires",
      "2020-01-01",
    );
    const { code, out } = await made.run("check", "--only", "compatibility", "--allow-head-accepts");
    expect(out.replaceAll(/\s+/g, " ")).toContain("accepted it until 2020-01-01, which has passed");
    expect(code).toBe(100);
  });
});

describe("against a base", () => {
  it("finds a published version that was rewritten together with the lock", async () => {
    const made = await published();
    start(made);
    made.remove("registry/shop.v1/Actor/versions");
    made.remove("registry/shop.v1/OrderPlaced/versions");
    made.remove("registry/waybill.lock");
    made.write({ [draft]: { ...actorSchema, description: "Rewritten." } });
    await made.run("publish");
    expect((await made.run("check", "--only", "integrity")).code).toBe(0);
    const { code, out } = await made.run("check", "--only", "base", "--against", "main");
    expect(out).toContain("PUBLISHED_VERSION_CHANGED");
    expect(code).toBe(100);
  });

  it("finds a barrier that the pull request wrote itself, which would end the look-back", async () => {
    const made = await breaking();
    const [found] = await errors(made);
    await made.run("accept", found?.fingerprint ?? "", ...accept);
    await made.run("publish", "--allow-head-accepts");
    expect(made.read("registry/waybill.lock")).toMatch(/Actor@2 .* barrier$/m);
    const { code, out } = await made.run("check", "--only", "base", "--against", "main");
    expect(out).toContain("BARRIER_NOT_ACCEPTED");
    expect(code).toBe(100);
    // Accepted on the base, the same barrier is in order.
    commit(made, "registry/accepted");
    expect((await made.run("check", "--only", "base", "--against", "main")).code).toBe(0);
  });

  it("judges by the base's policy where the pull request loosens it", async () => {
    const made = await breaking();
    made.write({ "registry/shop.v1/namespace.yaml": "title: Orders\nowners: [shop]\npolicy: none\n" });
    expect((await made.run("check", "--only", "compatibility")).code).toBe(0);
    const { code, out } = await made.run("check", "--only", "base,compatibility", "--against", "main");
    expect(out).toContain("POLICY_FROM_BASE");
    expect(out).toContain("BOUND_TIGHTENED");
    expect(code).toBe(100);
  });

  it("finds nothing where nothing changed, by ref, path, merge base and folder", async () => {
    const made = await published();
    start(made);
    for (const against of [
      "main",
      "main:registry",
      "merge-base:main",
      ".git#branch=main,subdir=registry",
      "./registry",
      "lock",
    ]) {
      const { code, err } = await made.run("check", "--only", "base,integrity", "--against", against);
      expect(err, against).toBe("");
      expect(code, against).toBe(0);
    }
  });
});

async function breaking(): Promise<Scratch> {
  const made = await published();
  start(made);
  made.write({
    [draft]: { ...actorSchema, properties: { agent: { ...actorSchema.properties.agent, minLength: 2 } } },
  });
  return made;
}

async function errors(made: Scratch): Promise<readonly Finding[]> {
  const { findings }: { findings: readonly Finding[] } = JSON.parse(
    (await made.run("check", "--only", "compatibility", "--json")).out,
  );
  return findings.filter(({ severity }) => severity === "error");
}

function start(made: Scratch): void {
  git(made, "init", "--quiet", "--initial-branch=main");
  commit(made, ".");
}

function commit(made: Scratch, path: string): void {
  git(made, "add", path);
  git(made, "commit", "--quiet", "-m", "x");
}

function git(made: Scratch, ...args: readonly string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  execFileSync("git", [...identity, ...args], { cwd: made.folder, env, stdio: "pipe" });
}

describe("a pull request that helps itself", () => {
  it("cannot withdraw what it would break, nor bring a folder named like the base", async () => {
    const made = await breaking();
    const lock = made.read("registry/waybill.lock");
    made.write({
      "registry/waybill.lock": lock.replace(/^(version shop\.v1\/Actor@1 .*) -$/m, "$1 withdrawn"),
    });
    expect((await made.run("check", "--only", "compatibility")).code).toBe(0);
    expect((await made.run("check", "--only", "compatibility", "--against", "main")).code).toBe(100);
    made.write({ "registry/waybill.lock": lock.replace(/^version shop\.v1\/Actor@1 .*\n/m, "") });
    made.write({ "main/waybill.lock": "waybill-lock 1\n" });
    expect((await made.run("check", "--only", "base", "--against", "main")).out).toContain(
      "PUBLISHED_VERSION_CHANGED",
    );
  });

  it("cannot un-retire a name, nor trade one direction of its policy for the other", async () => {
    const made = await published();
    const yaml = (policy: string, tombstones: string) =>
      `title: Orders\nowners: [shop]\npolicy: ${policy}\ntombstones: ${tombstones}\n`;
    const namespace = "registry/shop.v1/namespace.yaml";
    const against = async () =>
      (await made.run("check", "--only", "base,compatibility", "--against", "main")).out;
    made.write({ [namespace]: yaml("additive", "[{ name: nick, reason: merged into agent }]") });
    start(made);
    const properties = { ...actorSchema.properties, nick: { type: "string", description: "x" } };
    made.write({ [draft]: { ...actorSchema, properties }, [namespace]: yaml("additive", "[]") });
    expect((await made.run("check", "--only", "compatibility")).code).toBe(0);
    expect(await against()).toContain("TOMBSTONE_REUSED");
    for (const [old, next, from] of [
      ["backward", "forward", true],
      ["backward_transitive", "full", true],
      ["backward", "full", false],
      ["full_transitive", "additive", false],
    ] as const) {
      made.write({ [namespace]: yaml(old, "[]") });
      commit(made, namespace);
      made.write({ [namespace]: yaml(next, "[]") });
      expect((await against()).includes("POLICY_FROM_BASE"), `${old} -> ${next}`).toBe(from);
    }
  });

  it("cannot point at a base that has no registry where it has one", async () => {
    const made = await breaking();
    const { code, err } = await made.run("check", "--only", "base", "--against", "main:elsewhere");
    expect(err).toContain('this ref keeps one at "registry"');
    expect(code).toBe(1);
  });
});
