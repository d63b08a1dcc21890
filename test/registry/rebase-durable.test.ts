import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Registry } from "../../src/model.ts";
import { candidates } from "../../src/registry/candidates.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { applyPublish, planPublish } from "../../src/registry/publish.ts";
import { thisPublisher } from "../../src/registry/publisher.ts";
import { gitTree } from "../../src/registry/tree-git.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { DiskFailure, forgetfulDisk, registryOf } from "../kit/forgetful-disk.ts";
import { commit, git, start } from "../kit/git.ts";
import { actorSchema, placedSchema, published } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

/** No process has it, so what it left is up for clearing. */
const deadPid = 2 ** 30;

/** Ours and theirs published another version 2 of Actor; ours has a version 2 of OrderPlaced besides. */
async function diverged(): Promise<Scratch> {
  const made = await published();
  start(made);
  await publishMember(made, "Actor", actorSchema, ["theirs"]);
  commit(made, ".");
  git(made, "checkout", "--quiet", "-b", "ours", "main~1");
  await publishMember(made, "Actor", actorSchema, ["ours"]);
  await publishMember(made, "OrderPlaced", placedSchema, ["ours"]);
  commit(made, ".");
  write(made, "Actor", actorSchema, ["theirs", "ours"]);
  write(made, "OrderPlaced", placedSchema, []);
  return made;
}

describe.each([
  ["the step fails", false],
  ["the power goes", true],
])("publish --rebase, when %s", (_name, power) => {
  it("leaves the old registry or the new one, at every step, and the next one ends it", async () => {
    const states = new Set<string>();
    const template = await diverged();
    const old = state(template);
    const { registry: base } = loadRegistry(gitTree(template.folder, "main", "registry"));
    const files = [...template.snapshot()].filter(([path]) => path.startsWith("registry/"));
    for (let failAt = 1; ; failAt += 1) {
      const made = scratch(Object.fromEntries(files));
      const disk = forgetfulDisk(failAt);
      const failed = attempt(made, base, disk);
      if (failed && power) disk.losePower();
      const step = `after step ${failAt}, ${disk.log.at(-1)}`;
      const after = state(made);
      expect(attempt(made, base, forgetfulDisk(0)), step).toBe(false);
      const fresh = state(made);
      expect(fresh, step).toEqual([
        "Actor@1:agent",
        "Actor@2:theirs",
        "Actor@3:ours",
        "OrderPlaced@1:amount",
      ]);
      expect([old, fresh], step).toContainEqual(after);
      expect(existsSync(join(made.folder, "registry/.waybill-publish")), step).toBe(false);
      states.add(after.join() === old.join() ? "old" : "new");
      made.remove("registry");
      if (!failed) break;
    }
    expect(states).toEqual(new Set(["old", "new"]));
  }, 60_000);
});

/** What a reader sees: each version with its newest member; every one as the lock names it. */
function state(made: Scratch): readonly string[] {
  const { registry, problems } = loadRegistry(folderTree(registryOf(made.folder), "registry"));
  expect(problems).toEqual([]);
  const versions = [...registry.subjects.values()].flatMap((subject) => subject.versions);
  for (const { address, hash } of versions) expect(registry.lock.versions.get(address)?.hash).toBe(hash);
  expect(versions.map(({ address }) => address).sort()).toEqual([...registry.lock.versions.keys()].sort());
  return versions.map(({ address, schema }) => {
    const members = typeof schema === "boolean" ? {} : Object(schema["properties"]);
    return `${address.slice("shop.v1/".length)}:${Object.keys(members).at(-1)}`;
  });
}

function attempt(made: Scratch, base: Registry, disk: ReturnType<typeof forgetfulDisk>): boolean {
  const { registry } = loadRegistry(folderTree(registryOf(made.folder), "registry"), { base });
  try {
    applyPublish(registryOf(made.folder), registry, planPublish(candidates(registry), undefined), {
      base,
      files: disk.files,
      publisher: { ...thisPublisher(), pid: deadPid },
    });
    return false;
  } catch (error) {
    if (error instanceof DiskFailure) return true;
    throw error;
  }
}

function write(
  made: Scratch,
  name: string,
  schema: { properties: object },
  members: readonly string[],
): void {
  const more = Object.fromEntries(members.map((one) => [one, { type: "string", description: "More." }]));
  made.write({
    [`registry/shop.v1/${name}/schema.json`]: { ...schema, properties: { ...schema.properties, ...more } },
  });
}

async function publishMember(
  made: Scratch,
  name: string,
  schema: { properties: object },
  members: readonly string[],
): Promise<void> {
  write(made, name, schema, members);
  expect((await made.run("publish", `shop.v1/${name}`)).code).toBe(0);
}
