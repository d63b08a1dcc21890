import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentHash } from "../../src/canonical/index.ts";
import type { Finding, JsonObject } from "../../src/model.ts";
import { thisPublisher } from "../../src/registry/publisher.ts";
import { commit, git, start } from "../kit/git.ts";
import { actorSchema, published } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

const actor = "registry/shop.v1/Actor";
const lock = "registry/waybill.lock";
const inLock = (made: Scratch, from: RegExp, to: string) =>
  made.write({ [lock]: made.read(lock).replace(from, to) });

const template = mkdtempSync(join(tmpdir(), "waybill-template-"));
beforeAll(async () => {
  const made = await published();
  made.write({ [`${actor}/schema.json`]: withMembers("second") });
  expect((await made.run("publish")).code).toBe(0);
  start(made);
  git(made, "checkout", "--quiet", "-b", "work");
  cpSync(made.folder, template, { recursive: true });
});
afterAll(() => rmSync(template, { recursive: true }));

/** What may happen to a registry with two versions of Actor, and the first thing check says of it. */
const damages: Readonly<Record<string, readonly [rule: string, damage: (made: Scratch) => void]>> = {
  "a frozen version edited": [
    "VERSION_EDITED",
    (made) =>
      made.write({
        [`${actor}/versions/1.json`]: made
          .read(`${actor}/versions/1.json`)
          .replace("Who did something.", "Someone."),
      }),
  ],
  "a frozen version that is no JSON any more": [
    "MALFORMED",
    (made) => made.write({ [`${actor}/versions/1.json`]: "{" }),
  ],
  "a frozen version deleted": ["VERSION_DELETED", (made) => made.remove(`${actor}/versions/2.json`)],
  "a frozen version renamed": [
    "VERSION_RENAMED",
    (made) => {
      const schema = made.read(`${actor}/versions/2.json`);
      made.remove(`${actor}/versions/2.json`);
      made.write({ [`${actor}/versions/3.json`]: schema });
    },
  ],
  "a frozen version under a name that is none": [
    "VERSION_MISNAMED",
    (made) =>
      renameSync(join(made.folder, actor, "versions/1.json"), join(made.folder, actor, "versions/one.json")),
  ],
  "a frozen version that calls itself another": [
    "VERSION_MISNAMED",
    (made) =>
      made.write({
        [`${actor}/versions/2.json`]: made.read(`${actor}/versions/2.json`).replace("Actor:2", "Actor:7"),
      }),
  ],
  "a version copied by hand": [
    "VERSION_MISNAMED",
    (made) =>
      cpSync(join(made.folder, actor, "versions/1.json"), join(made.folder, actor, "versions/3.json")),
  ],
  "a version written by hand": [
    "VERSION_NOT_IN_LOCK",
    (made) =>
      made.write({
        [`${actor}/versions/3.json`]: made.read(`${actor}/versions/1.json`).replace("Actor:1", "Actor:3"),
      }),
  ],
  "a version missing from the lock": [
    "VERSION_NOT_IN_LOCK",
    (made) => inLock(made, /^version shop\.v1\/Actor@1 .*\n/m, ""),
  ],
  "a lock line without its file": [
    "LOCK_LINE_WITHOUT_FILE",
    (made) => inLock(made, /^(version shop\.v1\/Actor@)2( .*)$/m, "$12$2\n$13$2"),
  ],
  "a wrong hash": [
    "LOCK_HASH_WRONG",
    (made) => inLock(made, /^(version shop\.v1\/Actor@1 sha256:)\S{4}/m, "$10000"),
  ],
  "a wrong shape": [
    "SHAPE_MISMATCH",
    (made) => inLock(made, /^(version shop\.v1\/Actor@1 \S+ shape1:)\S{4}/m, "$10000"),
  ],
  "a gap in the numbers": ["VERSION_GAP", (made) => made.remove(`${actor}/versions/1.json`)],
  "a gap in the numbers, in file and lock": [
    "VERSION_GAP",
    (made) => {
      made.remove(`${actor}/versions/1.json`);
      inLock(made, /^version shop\.v1\/Actor@1 .*\n/m, "");
    },
  ],
  "a number jumped over by hand": [
    "VERSION_GAP",
    (made) => {
      const schema = made.read(`${actor}/versions/2.json`).replace("Actor:2", "Actor:4");
      const hash = contentHash(JSON.parse(schema));
      made.write({ [`${actor}/versions/4.json`]: schema });
      inLock(made, /^(version shop\.v1\/Actor@)2 \S+( .*)$/m, `$&\n$14 ${hash}$2`);
    },
  ],
  "an example changed": [
    "EXAMPLE_CHANGED",
    (made) => made.write({ [`${actor}/examples/valid/clerk.json`]: { agent: "other" } }),
  ],
  "an example removed": ["EXAMPLE_REMOVED", (made) => made.remove(`${actor}/examples/valid/clerk.json`)],
  "an example that the lock only claims": [
    "EXAMPLE_REMOVED",
    (made) => inLock(made, /^(example shop\.v1\/Actor\S+\/)clerk(\.json .*)$/m, "$&\n$1klerk$2"),
  ],
  "a bundle bent together with the lock": [
    "PIN_MISMATCH",
    (made) => {
      const path = "registry/shop.v1/OrderPlaced/versions/1.json";
      const schema: JsonObject = JSON.parse(made.read(path).replace("Who did something.", "Somebody else."));
      made.write({ [path]: schema });
      inLock(made, /(OrderPlaced@1) sha256:[0-9a-f]{64}/, `$1 ${contentHash(schema)}`);
    },
  ],
  "a draft removed": ["DRAFT_MISSING", (made) => made.remove(`${actor}/schema.json`)],
  "a lock with a strange line": ["LOCK_MALFORMED", (made) => inLock(made, /$/, "zzz\n")],
  "a lock with Windows line ends": ["LOCK_MALFORMED", (made) => inLock(made, /\n/g, "\r\n")],
  "a lock cut short": ["LOCK_MALFORMED", (made) => inLock(made, /...\n$/, "")],
  "a lock merged by hand, both sides kept": [
    "LOCK_MERGED",
    (made) => inLock(made, /^(version shop\.v1\/Actor@2 sha256:)(.)(.*)$/m, "$10$3\n$1f$3"),
  ],
  "a lock out of order": ["LOCK_MERGED", (made) => inLock(made, /^(example .*\n)(example .*\n)/m, "$2$1")],
  "a publish that was killed": [
    "PUBLISH_UNFINISHED",
    (made) =>
      made.write({
        "registry/.waybill-publish": { ...thisPublisher(), pid: 2 ** 30, files: [], before: {} },
      }),
  ],
  "an announcement by hand": [
    "PUBLISH_INTENT_MALFORMED",
    (made) => made.write({ "registry/.waybill-publish": "{}" }),
  ],
};

describe.skipIf(process.platform === "win32").each(Object.entries(damages))("%s", (_name, [rule, damage]) => {
  // Whether the damage is committed decides which commit is the right one; a few cases tell.
  const moments = ["VERSION_EDITED", "VERSION_DELETED", "LOCK_HASH_WRONG"].includes(rule)
    ? ["not committed", "committed"]
    : ["committed"];
  it.each(moments)("%s, is mended by what check prints", async (when) => {
    const made = await twoVersions();
    damage(made);
    if (when === "committed") commit(made, ".");
    expect((await errors(made)).map((found) => found.rule)).toContain(rule);
    await mend(made);
    // Mended means: as the base published it.
    const { code, out } = await made.run(
      "check",
      "--only",
      "schema,integrity,examples,base",
      "--against",
      "main",
    );
    expect(out).not.toMatch(/error/);
    expect(code).toBe(0);
  });
});

it("a conflict in the lock is mended by the rebase that check prints", async () => {
  const made = await twoVersions();
  const publishMember = async (name: string) => {
    made.write({ [`${actor}/schema.json`]: withMembers("second", name) });
    expect((await made.run("publish")).code).toBe(0);
    commit(made, ".");
  };
  await publishMember("ours");
  git(made, "checkout", "--quiet", "main");
  await publishMember("theirs");
  git(made, "checkout", "--quiet", "work");
  expect(() => git(made, "merge", "--quiet", "main")).toThrow();
  // The author settles the draft, as git asks.
  made.write({ [`${actor}/schema.json`]: withMembers("second", "theirs", "ours") });
  const found = (await errors(made)).find(({ rule }) => rule === "LOCK_CONFLICT");
  expect(found?.fix).toContain("`waybill publish --rebase main`");
  await mend(made);
  expect(made.read(lock)).toMatch(/Actor@4 /);
  expect((await made.run("check", "--only", "base", "--against", "main")).code).toBe(0);
});

/** Actor has two versions, on main; work begins there. */
async function twoVersions(): Promise<Scratch> {
  const made = scratch();
  cpSync(template, made.folder, { recursive: true });
  return made;
}

function withMembers(...names: readonly string[]): unknown {
  const added = Object.fromEntries(names.map((name) => [name, { type: "string", description: "More." }]));
  return { ...actorSchema, properties: { ...actorSchema.properties, ...added } };
}

async function errors(made: Scratch): Promise<readonly Finding[]> {
  const { out } = await made.run("check", "--only", "schema,integrity,unpublished", "--json");
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  return findings.filter(({ severity }) => severity === "error");
}

/** Does to the letter what the first finding says, until there is none. */
async function mend(made: Scratch): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const [first] = await errors(made);
    if (first === undefined) return;
    await follow(made, first.fix);
  }
  expect(await errors(made)).toEqual([]);
}

async function follow(made: Scratch, fix: string): Promise<void> {
  const [, set, path = lock, text] = /let line (\d+) of (\S+) read: (.*)$/.exec(fix) ?? [];
  const [, put, file = lock, line] = /put back into (\S+), after line (\d+): (.*)$/.exec(fix)
    ? (/put back into (\S+), after line (\d+): (.*)$/.exec(fix) ?? []).map(
        (_, i, all) => all[[0, 2, 1, 3][i] ?? 0],
      )
    : [];
  if (set !== undefined && text !== undefined) splice(made, path, Number(set) - 1, 1, text);
  if (put !== undefined && line !== undefined) splice(made, file, Number(put), 0, line);
  const commands = [...fix.matchAll(/`([^`]+)`/g)].map(([, command = ""]) => command);
  for (const command of commands) {
    const [program = "", ...words] = command.split(" ");
    if (program !== "waybill") execFileSync(program, words, { cwd: made.folder, stdio: "pipe" });
    else if (words[0] === "publish") expect((await made.run(...words)).code, command).toBe(0);
  }
}

function splice(made: Scratch, path: string, at: number, remove: number, line: string): void {
  const lines = made.read(path).split("\n");
  lines.splice(at, remove, line);
  made.write({ [path]: lines.join("\n") });
}
