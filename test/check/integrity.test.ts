import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contentHash } from "../../src/canonical/index.ts";
import type { JsonObject } from "../../src/model.ts";
import { thisPublisher } from "../../src/registry/publisher.ts";
import { published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const actor1 = "registry/shop.v1/Actor/versions/1.json";

const damages: readonly { readonly rule: string; readonly says: string; damage(made: Scratch): void }[] = [
  {
    rule: "VERSION_EDITED",
    says: `restore ${actor1} from a copy`,
    damage: (made) => made.write({ [actor1]: made.read(actor1).replace("Who did something.", "Someone.") }),
  },
  { rule: "VERSION_DELETED", says: `git checkout HEAD -- ${actor1}`, damage: (made) => made.remove(actor1) },
  {
    rule: "VERSION_NOT_IN_LOCK",
    says: "waybill publish",
    damage: (made) =>
      made.write({
        "registry/shop.v1/Actor/versions/2.json": made.read(actor1).replace("Actor:1", "Actor:2"),
      }),
  },
  {
    rule: "VERSION_GAP",
    says: "versions/2.json",
    damage: (made) =>
      made.write({
        "registry/shop.v1/Actor/versions/3.json": made.read(actor1).replace("Actor:1", "Actor:3"),
      }),
  },
  {
    rule: "VERSION_RENAMED",
    says: `mv registry/shop.v1/Actor/versions/2.json ${actor1}`,
    damage: (made) =>
      renameSync(join(made.folder, actor1), join(made.folder, "registry/shop.v1/Actor/versions/2.json")),
  },
  {
    rule: "VERSION_MISNAMED",
    says: `mv registry/shop.v1/Actor/versions/one.json ${actor1}`,
    damage: (made) =>
      renameSync(join(made.folder, actor1), join(made.folder, "registry/shop.v1/Actor/versions/one.json")),
  },
  {
    // Written by hand, file and line: nothing else tells it from a published one.
    rule: "VERSION_MISNAMED",
    says: 'the $id "urn:waybill:shop.v1:Actor:2"',
    damage: (made) => {
      made.write({ "registry/shop.v1/Actor/versions/2.json": made.read(actor1) });
      made.write({
        "registry/waybill.lock": made
          .read("registry/waybill.lock")
          .replace(/^version (shop.v1.Actor@)1( .*)$/m, "version $11$2\nversion $12$2"),
      });
    },
  },
  {
    rule: "PIN_MISMATCH",
    says: "restore registry/shop.v1/OrderPlaced/versions/1.json",
    damage: (made) => {
      // The lock follows the edit, as if both had been bent by hand.
      const path = "registry/shop.v1/OrderPlaced/versions/1.json";
      const schema: JsonObject = JSON.parse(
        made.read(path).replace("Who did something.", "Somebody else did."),
      );
      made.write({ [path]: schema });
      made.write({
        "registry/waybill.lock": made
          .read("registry/waybill.lock")
          .replace(/(OrderPlaced@1) sha256:[0-9a-f]{64}/, `$1 ${contentHash(schema)}`),
      });
    },
  },
  {
    rule: "PUBLISH_UNFINISHED",
    says: "waybill publish",
    damage: (made) =>
      made.write({
        "registry/.waybill-publish": {
          ...thisPublisher(),
          pid: 2 ** 30,
          files: ["shop.v1/Actor/versions/2.json"],
          before: {},
        },
      }),
  },
  {
    rule: "SHAPE_MISMATCH",
    says: "of registry/waybill.lock read: version shop.v1/",
    damage: (made) =>
      made.write({
        "registry/waybill.lock": made
          .read("registry/waybill.lock")
          .replace(/shape1:./, (text) => (text.endsWith("0") ? "shape1:1" : "shape1:0")),
      }),
  },
  {
    rule: "EXAMPLE_CHANGED",
    says: "add a new file for a new example",
    damage: (made) => made.write({ "registry/shop.v1/Actor/examples/valid/clerk.json": { agent: "other" } }),
  },
  {
    rule: "EXAMPLE_REMOVED",
    says: "clerk.json from a copy",
    damage: (made) => made.remove("registry/shop.v1/Actor/examples/valid/clerk.json"),
  },
  {
    rule: "DRAFT_MISSING",
    says: "schema.json",
    damage: (made) => made.remove("registry/shop.v1/Actor/schema.json"),
  },
];

it.each(damages)("$rule is found, with its repair", async ({ rule, says, damage }) => {
  const made = await published();
  damage(made);
  const { code, out } = await made.run("check", "--only", "schema,integrity,unpublished", "--json");
  const found = JSON.parse(out).findings.find((one: { rule: string }) => one.rule === rule);
  expect(code).toBe(100);
  expect(found?.fix).toContain(says);
});

it("finds nothing in a registry as published", async () => {
  const made = await published();
  const { code, out } = await made.run("check", "--only", "integrity", "--json");
  expect(JSON.parse(out).findings).toEqual([]);
  expect(code).toBe(0);
});

it.each([
  ["a conflict", (lock: string) => lock.replace("version", "<<<<<<< ours\nversion"), "merge conflict"],
  [
    "lines out of order",
    (lock: string) => lock.replace(/^(example .*\n)(example .*\n)/m, "$2$1"),
    "not sorted",
  ],
  ["a cut", (lock: string) => lock.slice(0, -3), "cut short"],
  ["a newer form", (lock: string) => lock.replace("waybill-lock 1", "waybill-lock 2"), "newer form"],
  ["a strange line", (lock: string) => `${lock}zzz\n`, "not a line of a lock"],
  [
    "one version in two lines",
    (lock: string) => lock.replace(/^(version shop.v1.Actor@1 sha256:).(.*)$/m, "$10$2\n$11$2"),
    "stands in two lines",
  ],
  [
    "a path that leads out",
    (lock: string) => lock.replace(/^example \S+/m, "example ../../../etc/passwd"),
    "not a line of a lock",
  ],
  [
    "a command in an address",
    (lock: string) => lock.replace("version shop.v1/Actor@1", "version $(id)@1"),
    "not a line of a lock",
  ],
  ["a byte order mark", (lock: string) => `\uFEFF${lock}`, "byte order mark"],
  ["Windows line ends", (lock: string) => lock.replaceAll("\n", "\r\n"), "a lock begins with"],
  ["nothing", () => "", "a lock begins with"],
])("%s in the lock is one clear error", async (_name, damage, says) => {
  const made = await published();
  made.write({ "registry/waybill.lock": damage(made.read("registry/waybill.lock")) });
  const { code, out } = await made.run("check");
  expect(code).toBe(100);
  expect(out).toContain("registry/waybill.lock:");
  expect(out).toContain(says);
  // One error: nothing is held against a lock that cannot be read.
  expect(out).not.toMatch(/VERSION_NOT_IN_LOCK|VERSION_DELETED/);
  expect((await made.run("publish")).code).toBe(100);
});

it("bytes in the lock that are no text are one clear error", async () => {
  const made = await published();
  const bytes = Buffer.from(made.read("registry/waybill.lock"));
  bytes[40] = 0xff;
  writeFileSync(join(made.folder, "registry/waybill.lock"), bytes);
  const { code, out } = await made.run("check");
  expect(code).toBe(100);
  expect(out).toContain("are not UTF-8");
});
