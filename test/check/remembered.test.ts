import { expect, it } from "vitest";
import { checks } from "../../src/check/index.ts";
import { runChecks } from "../../src/check/run.ts";
import { provingDecide } from "../../src/compat/engine.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Memory } from "../../src/memory/index.ts";
import type { Json } from "../../src/model.ts";
import { candidates } from "../../src/registry/candidates.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { namespaceYaml, placedSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

function inHead(): Memory {
  const facts = new Map<string, Json>();
  return { recall: (key) => facts.get(key), remember: (key, value) => void facts.set(key, value) };
}

/** What compatibility says, and how often it asked the engine. */
async function judged({ folder }: Scratch, memory: Memory | undefined) {
  let asked = 0;
  const config = loadConfig(folder);
  const { registry, problems } = loadRegistry(folderTree(config.registry, config.registryShown));
  const { findings } = await runChecks(
    {
      config,
      registry,
      problems,
      candidates: candidates(registry),
      wanted: () => true,
      memory,
      decide: (writer, reader, options) => {
        asked += 1;
        return provingDecide(writer, reader, options);
      },
    },
    checks.filter(({ name }) => name === "compatibility"),
  );
  return { asked, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`) };
}

const second = {
  ...placedSchema,
  properties: { ...placedSchema.properties, note: { type: "string", description: "A note." } },
};

/** Two versions of OrderPlaced, and a memory of both having been judged. */
async function settled() {
  const made = await published();
  made.write({ "registry/shop.v1/OrderPlaced/schema.json": second });
  await made.run("publish");
  const memory = inHead();
  const first = await judged(made, memory);
  expect(first.asked).toBeGreaterThan(0);
  return { made, memory, first };
}

const versionFile = "registry/shop.v1/OrderPlaced/versions/2.json";

it("does not judge again what it found nothing against", async () => {
  const { made, memory, first } = await settled();
  expect(await judged(made, memory)).toEqual({ asked: 0, rules: first.rules });
});

it.each<[string, (made: Scratch) => void, string | undefined]>([
  [
    "the version was edited",
    (made) => made.write({ [versionFile]: made.read(versionFile).replace('"note"', '"remark"') }),
    undefined,
  ],
  [
    "the version was edited into a break",
    (made) =>
      made.write({
        [versionFile]: made
          .read(versionFile)
          .replace('"integer"', '"string"')
          .replace(/\s+"minimum": 0,/, ""),
      }),
    "error TYPE_CHANGED",
  ],
  [
    "an earlier version was edited into one that is broken",
    (made) => {
      const file = "registry/shop.v1/OrderPlaced/versions/1.json";
      made.write({
        [file]: made.read(file).replace('"amount"', '"sum"'),
      });
    },
    "error PROPERTY_RENAMED",
  ],
  [
    "a name was retired",
    (made) =>
      made.write({
        "registry/shop.v1/namespace.yaml": `${namespaceYaml}tombstones:\n  - name: note\n    reason: it was said elsewhere\n`,
      }),
    "error TOMBSTONE_REUSED",
  ],
  [
    "the policy changed",
    (made) =>
      made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml.replace("additive", "backward") }),
    undefined,
  ],
])("judges again where %s", async (_what, change, rule) => {
  const { made, memory } = await settled();
  change(made);
  const again = await judged(made, memory);
  expect(again.asked).toBeGreaterThan(0);
  expect(again.rules).toEqual((await judged(made, undefined)).rules);
  if (rule !== undefined) expect(again.rules).toContain(rule);
});

it("never remembers a version that is not settled", async () => {
  const { made, memory } = await settled();
  made.write({
    "registry/shop.v1/OrderPlaced/schema.json": { ...second, required: ["order_id", "by", "amount"] },
  });
  const first = await judged(made, memory);
  expect(first.rules).toContain("error REQUIRED_ADDED");
  expect((await judged(made, memory)).rules).toEqual(first.rules);
});
