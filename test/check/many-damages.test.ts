import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding } from "../../src/model.ts";
import { commit, git, start } from "../kit/git.ts";
import { actorSchema, published } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

const many = 9;
const actor = "registry/shop.v1/Actor";
const lock = "registry/waybill.lock";
const numbers = Array.from({ length: many }, (_, index) => index + 1);

describe.skipIf(process.platform === "win32")(
  "where many files are damaged, git is asked a few times",
  () => {
    let asked: () => number;
    beforeEach(() => {
      asked = countGit();
    });
    afterEach(() => vi.unstubAllEnvs());

    it("for versions that a commit of long ago holds", async () => {
      const made = await withVersions();
      for (const number of numbers) made.remove(`${actor}/versions/${number}.json`);
      commit(made, ".");
      const before = asked();
      const found = (await errors(made)).filter(({ rule }) => rule === "VERSION_DELETED");
      expect(asked() - before).toBeLessThan(many);
      const fixes = numbers.map((number) => {
        const file = `${actor}/versions/${number}.json`;
        const added = git(made, "log", "--format=%h", "--diff-filter=A", "--", file).trim();
        return `restore it: \`git checkout ${added} -- ${file}\``;
      });
      expect(found.map(({ fix }) => fix.split(";")[0])).toEqual(fixes);
    });

    it("for lines that locks of several commits have", async () => {
      const made = await withVersions();
      const whole = git(made, "rev-parse", "--short", "HEAD").trim();
      made.write({ [lock]: made.read(lock).replace(/^version shop\.v1\/Actor@.*\n/gm, "") });
      commit(made, ".");
      const before = asked();
      const found = (await errors(made)).filter(({ rule }) => rule === "VERSION_NOT_IN_LOCK");
      expect(asked() - before).toBeLessThan(many);
      expect(found.map(({ fix }) => fix)).toEqual(
        numbers.map(() => `restore the lock: \`git checkout ${whole} -- ${lock}\``),
      );
    });

    it("for versions that no commit knows, and none at all in a folder of no repository", async () => {
      const made = await withVersions();
      byHand(made);
      const before = asked();
      const found = (await errors(made)).filter(({ rule }) => rule === "VERSION_NOT_IN_LOCK");
      expect(asked() - before).toBeLessThan(many);
      expect(found).toHaveLength(many);
      expect(found[0]?.fix).toMatch(/^no commit's lock names it; remove it: /);

      const alone = await published();
      byHand(alone);
      const then = asked();
      expect((await errors(alone)).filter(({ rule }) => rule === "VERSION_NOT_IN_LOCK")).toHaveLength(many);
      expect(asked() - then).toBeLessThan(3);
    });
  },
);

/** As many versions written by hand as were published. */
function byHand(made: Scratch): void {
  const first = made.read(`${actor}/versions/1.json`);
  for (const number of numbers)
    made.write({
      [`${actor}/versions/${50 + number}.json`]: first.replace("Actor:1", `Actor:${50 + number}`),
    });
}

/** Actor in as many versions, each in a commit of its own. */
async function withVersions(): Promise<Scratch> {
  const made = await published();
  start(made);
  for (const number of numbers.slice(1)) {
    const added = Object.fromEntries(
      numbers.slice(1, number).map((one) => [`m${one}`, { type: "string", description: "More." }]),
    );
    made.write({
      [`${actor}/schema.json`]: { ...actorSchema, properties: { ...actorSchema.properties, ...added } },
    });
    expect((await made.run("publish")).code).toBe(0);
    commit(made, ".");
  }
  return made;
}

async function errors(made: Scratch): Promise<readonly Finding[]> {
  const { out } = await made.run("check", "--only", "integrity", "--json");
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  return findings;
}

/** Puts a git first in the path that counts its runs. */
function countGit(): () => number {
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const { folder } = scratch({ "bin/git": `#!/bin/sh\necho once >> "$COUNT_GIT"\nexec ${real} "$@"\n` });
  const log = join(folder, "log");
  chmodSync(join(folder, "bin/git"), 0o755);
  vi.stubEnv("COUNT_GIT", log);
  vi.stubEnv("PATH", `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`);
  return () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").length - 1 : 0);
}
