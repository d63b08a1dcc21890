import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unchangedOf } from "../../src/cli/unchanged.ts";
import { settle } from "../../src/memory/stamp.ts";
import { project, published } from "../kit/project.ts";
import { type Ran, run, type Scratch, scratch } from "../kit/scratch.ts";

/** A project and the place where its answers are remembered, as `waybill generate` is run by its file in dist/. */
function remembering(made: Scratch, argv: readonly string[] = ["generate"], tool = "tool 1") {
  const env = { XDG_CACHE_HOME: scratch().folder };
  const memory = (by = tool, words = argv) => unchangedOf(words, made.folder, env, by);
  return {
    cache: env.XDG_CACHE_HOME,
    recall: (by?: string, words?: readonly string[]) => memory(by, words)?.recall(),
    /** All of the work, whatever is remembered. */
    generate(words = argv): Promise<Ran> {
      settle(Date.now());
      const remember = memory(tool, words)?.remember;
      return run(made.folder, "", words, remember === undefined ? {} : { remember });
    },
  };
}

async function generated(argv: readonly string[] = ["generate"]) {
  const made = await published();
  const remembered = remembering(made, argv);
  expect((await remembered.generate()).code).toBe(0);
  return { made, ...remembered };
}

const documents =
  "documents:\n  - path: docs/all.md\n    title: All\n    sections:\n      - title: One\n        subjects: [Actor]\n";

describe("with nothing changed", () => {
  it.each([[["generate"]], [["generate", "--json"]], [["generate", "--only", "types"]]])(
    "%j says again what doing all the work would say",
    async (argv) => {
      const { recall, generate } = await generated(argv);
      const said = recall();
      expect(said).toBe((await generate()).out);
      expect(recall()).toBe(said);
    },
  );

  it("an answer holds for the very words it was given to", async () => {
    const { recall } = await generated();
    for (const words of [
      ["generate", "--json"],
      ["generate", "--check"],
      ["generate", "--only", "types"],
    ])
      expect(recall("tool 1", words)).toBeUndefined();
  });

  it("nothing is remembered of another tool, and nothing by one that runs from its sources", async () => {
    const { made, recall } = await generated();
    expect(recall("tool 2")).toBeUndefined();
    expect(unchangedOf(["generate"], made.folder, { XDG_CACHE_HOME: "/tmp" })).toBeUndefined();
  });

  it("a cache inside the project is not believed", async () => {
    const made = await published();
    expect(
      unchangedOf(["generate"], made.folder, { XDG_CACHE_HOME: join(made.folder, ".cache") }, "tool 1"),
    ).toBeUndefined();
  });
});

describe("is noticed", () => {
  const touched = (path: string) => (made: Scratch) => appendFileSync(join(made.folder, path), "\n");
  it.each<[string, (made: Scratch) => unknown]>([
    ["an edited draft", touched("registry/shop.v1/Actor/schema.json")],
    ["an edited version", touched("registry/shop.v1/Actor/versions/1.json")],
    ["edited settings of a namespace", touched("registry/shop.v1/namespace.yaml")],
    ["edited settings of the project", touched("waybill.yaml")],
    ["settings that are gone", (made) => made.remove("waybill.yaml")],
    ["an edited lock", touched("registry/waybill.lock")],
    ["an edited example", touched("registry/shop.v1/Actor/examples/valid/clerk.json")],
    [
      "a new example",
      (made) => made.write({ "registry/shop.v1/Actor/examples/valid/other.json": { agent: "x" } }),
    ],
    [
      "an example that is gone",
      (made) => made.remove("registry/shop.v1/OrderPlaced/examples/valid/small.json"),
    ],
    ["a new subject", (made) => made.write({ "registry/shop.v1/New/schema.json": {} })],
    ["a new namespace", (made) => made.write({ "registry/new.v1/namespace.yaml": "title: New\n" })],
    ["a migration", (made) => made.write({ "registry/shop.v1/Actor/migrations/a.yaml": "" })],
    ["an accepted break", (made) => made.write({ "registry/accepted/shop.v1/Actor/a.yaml": "" })],
    ["a subject that is gone", (made) => made.remove("registry/shop.v1/OrderPlaced")],
    [
      "a renamed draft",
      ({ folder }) => {
        const draft = join(folder, "registry/shop.v1/Actor/schema.json");
        renameSync(draft, `${draft}.old`);
      },
    ],
    [
      "a version that was withdrawn",
      (made) => made.run("withdraw", "shop.v1/OrderPlaced@1", "--reason", "wrong"),
    ],
    ["an edited output", touched("generated/types/shop.v1/Actor/v1.ts")],
    ["an output that is gone", (made) => made.remove("generated/types/shop.v1/Actor/v1.ts")],
    ["outputs that are gone", (made) => made.remove("generated")],
    ["a file beside the outputs", (made) => made.write({ "generated/types/shop.v1/Actor/mine.ts": "" })],
    ["a file beside the targets", (made) => made.write({ "generated/mine.ts": "" })],
    ["a folder among the outputs", ({ folder }) => mkdirSync(join(folder, "generated/types/shop.v1/Empty"))],
    [
      "content of the same length, with its time restored",
      ({ folder }) => {
        const file = join(folder, "generated/types/shop.v1/Actor/v1.ts");
        const old = readFileSync(file, "utf8");
        writeFileSync(file, old.replace("agent", "tnega"));
        utimesSync(file, new Date(0), new Date(0));
      },
    ],
  ])("%s", async (_what, change) => {
    const { made, recall } = await generated();
    expect(recall()).toBeDefined();
    await change(made);
    expect(recall()).toBeUndefined();
  });

  it("a composed page that was edited, or is gone", async () => {
    const made = await published();
    made.write({
      "registry/shop.v1/namespace.yaml": `title: Orders\nowners: [shop]\npolicy: additive\n${documents}`,
    });
    const { generate, recall } = remembering(made);
    expect((await generate()).code).toBe(0);
    expect(recall()).toBeDefined();
    appendFileSync(join(made.folder, "docs/all.md"), "\n");
    expect(recall()).toBeUndefined();
    await generate();
    expect(recall()).toBeDefined();
    made.remove("docs/all.md");
    expect(recall()).toBeUndefined();
  });
});

describe("a run is remembered only where it can be vouched for", () => {
  it("not where it left a file of others alone", async () => {
    const { made, generate, recall } = await generated();
    made.write({ "generated/types/shop.v1/Actor/v1.ts": "mine\n" });
    expect((await generate()).code).toBe(100);
    expect(recall()).toBeUndefined();
  });

  it("not where it failed", async () => {
    const made = project();
    made.write({ "registry/shop.v1/Actor/schema.json": "{" });
    const { generate, recall } = remembering(made);
    expect((await generate()).code).toBe(100);
    expect(recall()).toBeUndefined();
  });

  it("never by a run that only compares", async () => {
    const { recall, generate } = await generated();
    await generate(["generate", "--check"]);
    expect(recall("tool 1", ["generate", "--check"])).toBeUndefined();
  });

  it("not where a file was touched in the same step of the clock", async () => {
    const made = await published();
    const { recall, cache } = remembering(made);
    const memory = unchangedOf(["generate"], made.folder, { XDG_CACHE_HOME: cache }, "tool 1");
    const soon = new Date(Date.now() + 60_000);
    // The clock of the file system runs ahead, as that of a server may.
    utimesSync(join(made.folder, "waybill.yaml"), soon, soon);
    appendFileSync(join(made.folder, "waybill.yaml"), "\n");
    const now = Date.now;
    Date.now = () => now() - 60_000;
    try {
      await run(made.folder, "", ["generate"], memory === undefined ? {} : { remember: memory.remember });
    } finally {
      Date.now = now;
    }
    expect(recall()).toBeUndefined();
  });
});

describe("a damaged memory is not believed", () => {
  const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
    ["nothing", () => Buffer.alloc(0)],
    ["other bytes", () => Buffer.from("hello")],
    ["half of it", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ["more of it", (bytes) => Buffer.concat([bytes, Buffer.from("\0registry")])],
    [
      "another answer",
      (bytes) => Buffer.from(bytes.toString("latin1").replace("0 changed", "9 changed"), "latin1"),
    ],
    [
      "another path",
      (bytes) => Buffer.from(bytes.toString("latin1").replace("schema.json", "schema.yaml"), "latin1"),
    ],
    ["other numbers", (bytes) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
  ];
  it.each(damages)("%s", async (_what, damage) => {
    const { cache, recall } = await generated();
    const folder = join(cache, "waybill/unchanged");
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      writeFileSync(file, damage(readFileSync(file)));
    }
    expect(recall()).toBeUndefined();
  });

  it("nor is one that is gone", async () => {
    const { cache, recall } = await generated();
    rmSync(join(cache, "waybill"), { recursive: true });
    expect(recall()).toBeUndefined();
  });
});
