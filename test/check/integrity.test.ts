import { expect, it } from "vitest";
import { published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const actor1 = "registry/shop.v1/Actor/versions/1.json";

const damages: readonly { readonly rule: string; readonly says: string; damage(made: Scratch): void }[] = [
  {
    rule: "VERSION_EDITED",
    says: `git checkout -- ${actor1}`,
    damage: (made) => made.write({ [actor1]: made.read(actor1).replace("Who did something.", "Someone.") }),
  },
  { rule: "VERSION_DELETED", says: `git checkout -- ${actor1}`, damage: (made) => made.remove(actor1) },
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
    rule: "SHAPE_MISMATCH",
    says: "restore registry/waybill.lock",
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
    says: "restore it",
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
  const { code, out } = await made.run("check", "--only", "integrity", "--json");
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
])("%s in the lock is one clear error", async (_name, damage, says) => {
  const made = await published();
  made.write({ "registry/waybill.lock": damage(made.read("registry/waybill.lock")) });
  const { code, out } = await made.run("check");
  expect(code).toBe(100);
  expect(out).toContain("registry/waybill.lock:");
  expect(out).toContain(says);
});
