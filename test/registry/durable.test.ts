import { describe, expect, it } from "vitest";
import { candidates } from "../../src/registry/candidates.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { applyPublish, planPublish } from "../../src/registry/publish.ts";
import { thisPublisher } from "../../src/registry/publisher.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { actorSchema, published } from "../kit/project.ts";
import { DiskFailure, forgetfulDisk, registryOf } from "../kit/forgetful-disk.ts";
import type { Scratch } from "../kit/scratch.ts";

/** No process has it, so what it left is up for clearing. */
const deadPid = 2 ** 30;

describe.each([
  ["the step fails", false],
  ["the power goes", true],
])("publish, when %s", (_name, power) => {
  it("leaves the old registry or the new one, at every step, and the next publish ends it", async () => {
    const states = new Set<string>();
    for (let failAt = 1; ; failAt += 1) {
      const made = await changed();
      const before = versions(made);
      const disk = forgetfulDisk(failAt);
      const failed = attempt(made, disk);
      if (failed && power) disk.losePower();
      const after = versions(made);
      const step = disk.log.at(-1);
      expect([before, [...before, "shop.v1/Actor@2"].sort()], `after ${step}`).toContainEqual(after);
      states.add(after.length === before.length ? "old" : "new");
      expect((await made.run("publish")).code, `publish again after ${step}`).toBe(0);
      expect(versions(made)).toEqual([...before, "shop.v1/Actor@2"].sort());
      expect(made.snapshot().has("registry/.waybill-publish")).toBe(false);
      expect((await made.run("check", "--only", "integrity,schema")).code).toBe(0);
      if (!failed) break;
    }
    expect(states).toEqual(new Set(["old", "new"]));
  });
});

it("refuses while another publisher is at work, and touches nothing", async () => {
  const made = await changed();
  made.write({ "registry/.waybill-publish": { ...thisPublisher(), files: [], before: {} } });
  const before = made.snapshot();
  const { code, err } = await made.run("publish");
  expect(code).toBe(1);
  expect(err).toContain("another publish is at work");
  expect(made.snapshot()).toEqual(before);
});

async function changed(): Promise<Scratch> {
  const made = await published();
  const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
  made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties } });
  return made;
}

function load(made: Scratch) {
  return loadRegistry(folderTree(registryOf(made.folder), "registry"));
}

/** The versions a reader sees, each with its file and its lock line; anything malformed is an error. */
function versions(made: Scratch): readonly string[] {
  const { registry, problems } = load(made);
  expect(problems).toEqual([]);
  const files = [...registry.subjects.values()].flatMap((subject) =>
    subject.versions.map(({ address }) => address),
  );
  expect(files.sort()).toEqual([...registry.lock.versions.keys()].sort());
  return files;
}

function attempt(made: Scratch, disk: ReturnType<typeof forgetfulDisk>): boolean {
  const { registry } = load(made);
  try {
    applyPublish(registryOf(made.folder), registry, planPublish(candidates(registry), undefined), {
      files: disk.files,
      publisher: { ...thisPublisher(), pid: deadPid },
    });
    return false;
  } catch (error) {
    if (error instanceof DiskFailure) return true;
    throw error;
  }
}
