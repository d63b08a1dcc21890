import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { againstTable, decidesUnderAgainst } from "../../src/config/who-decides.ts";
import { configSchema } from "../../src/config/schema.ts";
import type { Json } from "../../src/model.ts";
import { namespaceSchema } from "../../src/registry/namespace-schema.ts";
import { isObject, own } from "../../src/schema/json.ts";
import { actorSchema, namespaceYaml, placedSchema, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

interface Case {
  /** Settings of the base, and of the pull request, which loosens them. */
  readonly base: string;
  readonly head: string;
  /** What the pull request does that only the looser settings let pass. */
  readonly files: Readonly<Record<string, unknown>>;
  readonly only: string;
  /** Drafts that the base has published besides. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly namespace?: true;
}

const actor = "registry/shop.v1/Actor/schema.json";
const { description: _, ...undescribed } = actorSchema;
const wordless = { [actor]: { ...actorSchema, properties: { agent: { type: "string", minLength: 1 } } } };
const member = (schema: unknown, from: Record<string, unknown> = actorSchema) => ({
  ...from,
  properties: { ...(isObjectLike(from["properties"]) ? from["properties"] : {}), more: schema },
});
const breaking = {
  [actor]: { ...actorSchema, properties: { agent: { ...actorSchema.properties.agent, minLength: 2 } } },
};

const loosenings: Readonly<Record<string, Case>> = {
  policy: { base: "policy: additive", head: "policy: none", files: breaking, only: "compatibility" },
  "lint.severity": {
    base: "lint: { severity: { DESCRIPTION_MISSING: error } }",
    head: "lint: { severity: { DESCRIPTION_MISSING: info } }",
    files: wordless,
    only: "lint",
  },
  "lint.except": {
    base: "lint: { severity: { TITLE_MISSING: error } }",
    head: "lint: { severity: { TITLE_MISSING: error }, except: [TITLE_MISSING] }",
    files: { [actor]: undescribed },
    only: "lint",
  },
  "lint.ignore": {
    base: "lint: { severity: { TITLE_MISSING: error }, ignore: { TITLE_MISSING: [shop.v1/OrderPlaced] } }",
    head: "lint: { severity: { TITLE_MISSING: error }, ignore: { TITLE_MISSING: [shop.v1/Actor] } }",
    files: { [actor]: undescribed },
    only: "lint",
  },
  "check.failOn": {
    base: "check: { failOn: warning }",
    head: "check: { failOn: error }",
    files: { [actor]: undescribed },
    only: "lint",
  },
  "check.undecided": {
    base: "check: { undecided: error }",
    head: "check: { undecided: warning }",
    // Nothing is proved of back-references.
    before: { [actor]: member({ type: "string", description: "x", pattern: "^(a|b)\\1$" }) },
    files: { [actor]: member({ type: "string", description: "x", pattern: "^(b|a)\\1$" }) },
    only: "compatibility",
  },
  "generate.targets.postcards.maxLines": {
    base: "generate: { targets: { postcards: { maxLines: 5 } } }",
    head: "generate: { targets: { postcards: { maxLines: 500 } } }",
    files: {},
    only: "budget",
  },
  "generate.targets.postcards.maxWords": {
    base: "generate: { targets: { postcards: { maxWords: 5 } } }",
    head: "generate: { targets: { postcards: { maxWords: 5000 } } }",
    files: {},
    only: "budget",
  },
  "namespace.policy": {
    base: "policy: additive",
    head: "policy: none",
    files: breaking,
    only: "compatibility",
    namespace: true,
  },
  "namespace.subjects.policy": {
    base: "policy: additive",
    head: "policy: additive\nsubjects: { OrderPlaced: { policy: none } }",
    files: {
      "registry/shop.v1/OrderPlaced/schema.json": {
        ...placedSchema,
        properties: {
          ...placedSchema.properties,
          amount: { type: "integer", description: "Cents.", minimum: 5 },
        },
      },
    },
    only: "compatibility",
    namespace: true,
  },
  "namespace.tombstones": {
    base: "tombstones: [{ name: more, reason: gone }]",
    head: "tombstones: []",
    files: { [actor]: member({ type: "string", description: "x" }) },
    only: "compatibility",
    namespace: true,
  },
  "namespace.storage": {
    base: "storage: { OrderPlaced: { table: orders, columns: [order_id, by, amount], migration: none } }",
    head: "storage: { OrderPlaced: { table: orders, columns: [order_id, by, amount, more], migration: none } }",
    files: {
      "registry/shop.v1/OrderPlaced/schema.json": {
        ...placedSchema,
        properties: {
          order_id: { ...placedSchema.properties.order_id, "x-storage": { column: "order_id" } },
          by: { ...placedSchema.properties.by, "x-storage": { column: "by" } },
          amount: { ...placedSchema.properties.amount, "x-storage": { column: "amount" } },
          more: { type: "string", description: "x", "x-storage": { column: "more" } },
        },
      },
    },
    only: "storage",
    namespace: true,
  },
};

it.each(Object.entries(loosenings))(
  "%s loosened in a pull request does not count in it",
  async (name, one) => {
    const made = await published();
    made.write(one.before ?? {});
    expect((await made.run("publish")).code).toBe(0);
    const file = one.namespace ? "registry/shop.v1/namespace.yaml" : "waybill.yaml";
    const rest = one.namespace ? "title: Orders\nowners: [shop]\n" : "version: 1\n";
    // The namespace leaves its policy to waybill.yaml, so that this one says something.
    made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml.replace("policy: additive\n", "") });
    made.write({ [file]: `${rest}${one.base}\n` });
    start(made);
    made.write({ ...one.files, [file]: `${rest}${one.head}\n` });
    const alone = await made.run("check", "--only", one.only);
    expect(alone.out + alone.err).not.toMatch(/^error/m);
    expect(alone.code).toBe(0);
    const { code, out, err } = await made.run(
      "check",
      "--only",
      `base,${one.only}`,
      "--against",
      "main",
      "--json",
    );
    expect(err).toBe("");
    const { findings }: { findings: readonly { rule: string; message: string }[] } = JSON.parse(out);
    expect(code).toBe(100);
    const said = findings.filter(({ rule }) => /_FROM_BASE$/.test(rule));
    if (!["namespace.tombstones", "namespace.storage"].includes(name)) expect(said.length).toBeGreaterThan(0);
    if (!one.namespace && name !== "policy") {
      expect(said).toHaveLength(1);
      expect(said[0]?.message).toContain(name);
    }
    // Merged first, the looser setting holds.
    commit(made, file);
    const merged = await made.run("check", "--only", one.only, "--against", "main");
    expect(merged.code).toBe(0);
  },
);

it("every setting says who decides it, every stricter one is tried here, and the page has the table", () => {
  const settings = [...leaves(configSchema), ...leaves(namespaceSchema).map((path) => `namespace.${path}`)];
  expect(decidesUnderAgainst.map(({ setting }) => setting).sort()).toEqual(settings.sort());
  const stricter = decidesUnderAgainst.filter(({ decides }) => decides !== "this side");
  expect(Object.keys(loosenings).sort()).toEqual(
    stricter
      .map(({ setting }) => setting)
      .filter((setting) => setting !== "registry")
      .sort(),
  );
  expect(readFileSync("docs/configuration.md", "utf8")).toContain(againstTable());
});

it("the base's registry lies where the base's waybill.yaml says", async () => {
  const made = await published();
  start(made);
  // The pull request moves the registry and leaves a version behind.
  execFileSync("git", ["mv", "registry", "schemas"], { cwd: made.folder });
  made.write({ "waybill.yaml": "version: 1\nregistry: schemas\n" });
  const moved = await made.run("check", "--only", "base,integrity,compatibility", "--against", "main");
  expect(moved.err).toBe("");
  expect(moved.code).toBe(0);
  const lock = made.read("schemas/waybill.lock");
  made.write({ "schemas/waybill.lock": lock.replace(/^version shop\.v1\/OrderPlaced@1 .*\n/m, "") });
  made.remove("schemas/shop.v1/OrderPlaced/versions");
  const { code, out } = await made.run("check", "--only", "base", "--against", "main");
  expect(out).toContain("PUBLISHED_VERSION_CHANGED");
  expect(code).toBe(100);
  const rebased = await made.run("publish", "--rebase", "main");
  expect(rebased.err).toBe("");
  expect(rebased.code).toBe(0);
});

it("settings beside a folder named as the base hold too", async () => {
  const made = await published();
  const base = await published();
  base.write({ "waybill.yaml": "version: 1\ncheck: { failOn: info }\n" });
  made.write({ [actor]: undescribed });
  for (const against of [`${base.folder}/registry`, base.folder]) {
    const { code, err } = await made.run("check", "--only", "lint", "--against", against);
    expect(err).toBe("");
    expect(code).toBe(100);
  }
});

it("the one who runs the check decides by flags and by a configuration of his own", async () => {
  const made = await published();
  made.write({ "waybill.yaml": "version: 1\ncheck: { failOn: warning }\n" });
  start(made);
  made.write({ [actor]: undescribed });
  const run = (...more: readonly string[]) =>
    made.run("check", "--only", "lint", "--against", "main", ...more);
  expect((await run()).code).toBe(100);
  expect((await run("--fail-on", "error")).code).toBe(0);
});

function leaves(schema: Json, path: readonly string[] = []): readonly string[] {
  const properties = isObject(schema) ? own(schema, "properties") : undefined;
  const each = isObject(schema) ? own(schema, "additionalProperties") : undefined;
  // `subjects: {<name>: {...}}` is one level of names, then settings again.
  const inner = isObject(each) && own(each, "properties") !== undefined ? each : undefined;
  if (inner !== undefined) return leaves(inner, path);
  if (!isObject(properties) || Object.keys(properties).length === 0) return [path.join(".")];
  return Object.entries(properties).flatMap(([name, below]) => leaves(below, [...path, name]));
}

function isObjectLike(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
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
