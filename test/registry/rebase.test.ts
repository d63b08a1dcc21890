import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { actorSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

it("renumbers the later of two pull requests that published the same version", async () => {
  const made = await published();
  const git = gitIn(made);
  git("init", "--quiet", "--initial-branch=main");
  commit(made, "one version");
  git("checkout", "--quiet", "-b", "ours");
  await publishWith(made, "ours");
  commit(made, "ours is version 2");
  git("checkout", "--quiet", "main");
  await publishWith(made, "theirs");
  commit(made, "theirs is version 2");
  git("checkout", "--quiet", "ours");
  expect(() => git("merge", "--quiet", "main")).toThrow();

  // The author resolves the draft, as git asks; the tool does the rest.
  made.write({ "registry/shop.v1/Actor/schema.json": withMembers("theirs", "ours") });
  const { code, out, err } = await made.run("publish", "--rebase", "main");
  expect(out + err).toContain("froze shop.v1/Actor@3");
  expect(code).toBe(0);
  const second = JSON.parse(made.read("registry/shop.v1/Actor/versions/2.json"));
  expect(Object.keys(second.properties)).toEqual(["agent", "theirs"]);
  expect((await made.run("check", "--only", "schema,integrity")).code).toBe(0);
});

it.each(["no-such-ref", "--output=x"])(
  "says what to fetch where %s is not in the clone, and writes nothing",
  async (ref) => {
    const made = await published();
    const git = gitIn(made);
    git("init", "--quiet");
    commit(made, "one");
    const before = made.snapshot();
    const { code, err } = await made.run("publish", `--rebase=${ref}`);
    expect(err).toContain("git fetch");
    expect(code).toBe(1);
    expect(made.snapshot()).toEqual(before);
  },
);

async function publishWith(made: Scratch, member: string): Promise<void> {
  made.write({ "registry/shop.v1/Actor/schema.json": withMembers(member) });
  expect((await made.run("publish")).code).toBe(0);
}

function withMembers(...names: readonly string[]): unknown {
  const added = Object.fromEntries(names.map((name) => [name, { type: "string", description: "More." }]));
  return { ...actorSchema, properties: { ...actorSchema.properties, ...added } };
}

function gitIn(made: Scratch): (...args: readonly string[]) => string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
  return (...args) =>
    execFileSync("git", [...identity, ...args], { cwd: made.folder, env, encoding: "utf8", stdio: "pipe" });
}

function commit(made: Scratch, message: string): void {
  gitIn(made)("add", "-A");
  gitIn(made)("commit", "--quiet", "-m", message);
}
