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

  // A draft that git could not merge is no JSON: what is to be done is the merge, not the syntax.
  const { text: marked, line } = markers(made.read("registry/shop.v1/Actor/schema.json"));
  expect(marked).toMatch(/^<{7} /);
  const before = made.snapshot();
  const unresolved = await made.run("publish", "--rebase", "main");
  expect(unresolved.err).toContain(`registry/shop.v1/Actor/schema.json:${line}:1`);
  expect(unresolved.err).toContain("a merge conflict is left in the file");
  expect(unresolved.err).toContain("resolve the merge first");
  expect(unresolved.code).toBe(100);
  expect(made.snapshot()).toEqual(before);

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

it.each([
  "registry/shop.v1/Actor/schema.json",
  "registry/shop.v1/Actor/versions/1.json",
  "registry/shop.v1/OrderPlaced/examples/valid/small.json",
  "registry/shop.v1/namespace.yaml",
  "waybill.yaml",
])("says that %s is not merged, and where", async (file) => {
  const made = await published();
  const [first = "", ...rest] = made.read(file).split("\n");
  made.write({
    [file]: [first, "<<<<<<< HEAD", ...rest, "=======", ...rest, ">>>>>>> other", ""].join("\n"),
  });
  const { code, out, err } = await made.run("check", "--only", "schema");
  const said = `${out}${err}`.replaceAll(/\s+/g, " ");
  expect(said).toContain("a merge conflict is left in the file");
  expect(said).toContain(`${file}:2:1`);
  expect(code).not.toBe(0);
});

/** The first line git marked. */
function markers(text: string): { readonly text: string; readonly line: number } {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.startsWith("<<<<<<<"));
  return { text: lines[index] ?? "", line: index + 1 };
}

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
