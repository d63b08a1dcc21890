import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { start } from "../kit/git.ts";
import { namespaceYaml, project, published } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

describe("usage", () => {
  it.each([
    [["frobnicate"], "frobnicate"],
    [["lits"], 'did you mean "waybill list"?'],
    [["check", "--nonsense"], 'no option "--nonsense"'],
    [["check", "--olny", "lint"], 'did you mean "--only"?'],
    [["--jsno"], 'did you mean "--json"?'],
    [["check", "--fail-on", "eror"], 'did you mean "error"?'],
    [["check", "--only"], "--only needs a value"],
    [["diff"], "`waybill diff` needs <a>"],
    [["diff", "main", "shop.v1/Actor"], '"shop.v1/Actor" is one schema, "main" a whole registry'],
    [["diff", "shop.v1/Actor@7"], "it has @1"],
    [["diff", "registry/shop.v1/Actor/schema.json"], "name the newer side too"],
    [["diff", "a", "b", "c"], '"c" is one argument too many'],
    [["withdraw", "shop.v1/Actor@1"], "--reason must be given"],
    [["show"], "`waybill show` needs <subject>"],
    [["-q"], "a command is missing"],
    [["-C", "registry", "-C", "registry", "list"], "--cwd is given more than once"],
    [["check", "--only", "spelling"], "checks: schema, integrity"],
    [["check", "--format", "xls"], "formats: text"],
    [["check", "--format", "markdwn"], 'did you mean "markdown"?'],
    [["generate", "--only", "rust"], "targets: types"],
    [["show", "Actor"], "is not an address"],
    [["show", "shop.v1/Actor@7"], "it has @1"],
    [["list", "shop.v2"], 'did you mean "shop.v1"?'],
    [["generate", "--out", "registry/shop.v1"], "lies in the registry"],
    [["-C", "nowhere", "list"], "there is no folder"],
  ])("%j exits with 2 and says the way out", async (argv, says) => {
    const made = await published();
    const { code, out, err } = await made.run(...argv);
    expect(err).toContain(says);
    expect(err).not.toContain("    at ");
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  it("is one JSON object too where --json stands", async () => {
    const { code, out, err } = await scratch().run("check", "--json", "--nonsense");
    expect(JSON.parse(out)).toMatchObject({
      format: "waybill.check/1",
      error: { code: "USAGE", exitCode: 2 },
    });
    expect([code, err]).toEqual([2, ""]);
  });

  it("is shown on standard error where nothing was asked", async () => {
    const { code, out, err } = await scratch().run();
    expect(err).toContain("waybill validate <subject> <files...>");
    expect([code, out]).toEqual([2, ""]);
  });

  it("is answered by --help with examples, for every command", async () => {
    const made = scratch();
    for (const { usage, examples } of commands) {
      const { code, out } = await made.run(usage.split(" ")[0] ?? "", "--help");
      expect(out).not.toContain("[default: []]");
      // The bundle measures help by its length (scripts/bundling.mjs).
      expect(out, usage).toMatch(/^[\n -~]+$/);
      expect(code).toBe(0);
      expect(examples.length, usage).toBeGreaterThan(0);
      for (const { command } of examples) expect(out.replaceAll(/\s+/g, " ")).toContain(`waybill ${command}`);
    }
  });

  it("keeps version-like words as they are written", async () => {
    const made = scratch({ "1.10": { type: "string" } });
    expect((await made.run("hash", "1.10")).code).toBe(0);
  });
});

describe("waybill.yaml", () => {
  it.each([
    ["unknown key", "version: 1\nregistri: x\n", "waybill.yaml:2:", 'did you mean "registry"?'],
    [
      "unknown nested key",
      "version: 1\ncheck: { failon: error }\n",
      "waybill.yaml:2:",
      'did you mean "failOn"?',
    ],
    ["wrong word", "version: 1\npolicy: strict\n", "waybill.yaml:2:", "additive"],
    ["no version", "registry: registry\n", "waybill.yaml:1:1", "version"],
    ["not YAML", "version: 1\n  bad: [\n", "waybill.yaml:", ""],
    ["a path that leaves", "version: 1\nregistry: ../elsewhere\n", "waybill.yaml", "leaves the project"],
  ])("%s is one clear error", async (_name, text, place, says) => {
    const made = project();
    made.write({ "waybill.yaml": text });
    const { code, err } = await made.run("check");
    expect(err).toContain(place);
    expect(err).toContain(says);
    expect(code).toBe(2);
  });

  const vital = ["--reason", "r", "--owner", "o", "--expires", "2999-12-31"];
  it.each([
    [["new", "shop.v1/Late"]],
    [["author"]],
    [["fmt", "--check"]],
    [["check"]],
    [["check", "--against", "./"]],
    [["diff", "shop.v1/Actor@1"]],
    [["explain", "0123456789ab"]],
    [["prove", "shop.v1/Actor@1", "shop.v1/Actor@1"]],
    [["publish"]],
    [["withdraw", "shop.v1/Actor@1", "--reason", "r"]],
    [["accept", "0123456789ab", ...vital]],
    [["generate"]],
    [["generate", "--check"]],
    [["validate", "shop.v1/Actor", "line.json"]],
    [["journal", "upgrade", "line.json", "--as", "shop.v1/Actor"]],
    [["vocabulary", "shop.v1", "line.json"]],
    [["list"]],
    [["show", "shop.v1/Actor"]],
  ])("that cannot be read is no verdict on the registry: %j exits with 2", async (argv) => {
    const made = await published();
    made.write({ "waybill.yaml": "version: 1\n  bad: [\n", "line.json": { agent: "clerk" } });
    const { code, err } = await made.run(...argv);
    expect(err).toMatch(/^waybill\.yaml:3:/);
    expect(code).toBe(2);
    const { error } = JSON.parse((await made.run(...argv, "--json")).out);
    expect(error).toMatchObject({ code: "USAGE", exitCode: 2, file: "waybill.yaml", line: 3 });
  });

  it.each<readonly [string, (made: Scratch) => void]>([
    ["a folder", (made) => mkdirSync(join(made.folder, "waybill.yaml"))],
    ["empty", (made) => made.write({ "waybill.yaml": "" })],
    ["half of a merge", (made) => made.write({ "waybill.yaml": "<<<<<<< a\nversion: 1\n=======\n" })],
  ])("that is %s exits with 2 as well", async (_, put) => {
    const made = await published();
    made.remove("waybill.yaml");
    put(made);
    const { code, err } = await made.run("check");
    expect(err).toContain("waybill.yaml");
    expect(code).toBe(2);
  });

  it("of the base that cannot be read exits with 2 and names the ref", async () => {
    const made = await published();
    made.write({ "waybill.yaml": "version: 1\n  bad: [\n" });
    start(made);
    made.write({ "waybill.yaml": "version: 1\n" });
    const { code, err } = await made.run("check", "--against", "main");
    expect(err).toContain("main:waybill.yaml:3:");
    expect(code).toBe(2);
  });
});

describe("malformed registries", () => {
  it.each([
    [
      "JSON with a comma too many",
      "registry/shop.v1/Actor/schema.json",
      '{\n  "type": "object",\n}\n',
      "registry/shop.v1/Actor/schema.json:3:1",
    ],
    [
      "a duplicate key",
      "registry/shop.v1/Actor/schema.json",
      '{\n  "type": "object",\n  "type": "string"\n}\n',
      "schema.json:3:3",
    ],
    [
      "a keyword nobody knows",
      "registry/shop.v1/Actor/schema.json",
      '{\n  "type": "object",\n  "propertees": {}\n}\n',
      "schema.json:3:",
    ],
    [
      "a reference to nothing",
      "registry/shop.v1/Actor/schema.json",
      '{\n  "type": "object",\n  "properties": { "x": { "$ref": "urn:waybill:shop.v1:Nobody" } }\n}\n',
      "schema.json:3:",
    ],
    [
      "an unknown namespace key",
      "registry/shop.v1/namespace.yaml",
      `${namespaceYaml}polcy: none\n`,
      "namespace.yaml:5:",
    ],
    ["a namespace without owners", "registry/shop.v1/namespace.yaml", "title: Orders\n", "owners"],
    ["a badly named subject", "registry/shop.v1/order_placed/schema.json", "{}\n", "order_placed"],
    ["an example that is no JSON", "registry/shop.v1/Actor/examples/valid/x.json", "{", "x.json:1:"],
  ])("%s is found with its place, and exits with 100", async (_name, path, text, says) => {
    const made = project();
    made.write({ [path]: text });
    const { code, out } = await made.run("check");
    expect(out).toContain(says);
    expect(out).not.toContain("    at ");
    expect(code).toBe(100);
    const json = JSON.parse((await made.run("check", "--json")).out);
    expect(json.format).toBe("waybill.check/1");
    expect(json.findings[0].rule).toBe("MALFORMED");
  });

  it("stop other commands with the same error, as JSON where asked", async () => {
    const made = project();
    made.write({ "registry/shop.v1/Actor/schema.json": "{" });
    const { code, out } = await made.run("list", "--json");
    expect(code).toBe(100);
    expect(JSON.parse(out)).toMatchObject({
      format: "waybill.list/1",
      error: { code: "MALFORMED", file: "registry/shop.v1/Actor/schema.json", line: 1 },
    });
  });

  it("are missing altogether: exit 1", async () => {
    const { code, err } = await scratch({ "waybill.yaml": "version: 1\n" }).run("check");
    expect(err).toContain('there is no registry at "registry"');
    expect(code).toBe(1);
  });
});

describe("generate", () => {
  it("writes, then leaves unchanged files alone, and removes stale ones", async () => {
    const made = await published();
    expect((await made.run("generate")).code).toBe(0);
    const before = made.snapshot();
    expect((await made.run("generate")).out).toMatch(/, 0 changed/);
    expect(made.snapshot()).toEqual(before);
    made.write({ "generated/types/shop.v1/Gone/v1.ts": "// Generated by waybill from shop.v1/Gone@1\n" });
    await made.run("generate");
    expect(made.snapshot()).toEqual(before);
  });

  it("shows drift as a diff, and only looks", async () => {
    const made = await published();
    await made.run("generate");
    const page =
      [...made.snapshot().keys()].find((path) => path.startsWith("generated/postcards/shop.v1/Actor/")) ?? "";
    made.write({ [page]: made.read(page).replace("Actor", "Actress") });
    const before = made.snapshot();
    const { code, out } = await made.run("generate", "--check");
    expect(code).toBe(100);
    expect(out).toMatch(/^-.*Actress/m);
    expect(made.snapshot()).toEqual(before);
    expect((await made.run("check", "--only", "drift")).out).toContain("GENERATED_DRIFT");
  });

  it("never removes what it did not write", async () => {
    const made = await published();
    made.write({ "generated/postcards/mine.md": "# my notes\n" });
    const { code, err } = await made.run("generate");
    expect(made.read("generated/postcards/mine.md")).toBe("# my notes\n");
    expect(err).toContain("not written by waybill");
    expect(code).toBe(100);
  });

  it("takes prose from the draft while shapes match", async () => {
    const made = await published();
    const schema = JSON.parse(made.read("registry/shop.v1/Actor/schema.json"));
    made.write({ "registry/shop.v1/Actor/schema.json": { ...schema, description: "Whoever acted." } });
    await made.run("generate");
    expect(made.read("generated/postcards/shop.v1/Actor/v1.md")).toContain("Whoever acted.");
  });
});

describe("generate --from", () => {
  it("leaves alone what it did not write", async () => {
    const made = scratch({ "in/user.json": { type: "object" }, "out/user.ts": "// mine\n" });
    const { code, err } = await made.run("generate", "--from", "in", "--only", "types", "--out", "out");
    expect(made.read("out/user.ts")).toBe("// mine\n");
    expect(err).toContain("not written by waybill");
    expect(code).toBe(100);
    made.remove("out/user.ts");
    expect((await made.run("generate", "--from", "in", "--only", "types", "--out", "out")).code).toBe(0);
    expect(made.read("out/user.ts")).toContain("export type User");
  });
});
