import { resolve } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { start } from "../kit/git.ts";
import { placedSchema, published } from "../kit/project.ts";
import { scratch } from "../kit/scratch.ts";

/** Judges an answer by the built-in registry, as a writer: members nobody declares are errors. */
async function judge(answer: string): Promise<string> {
  let out = "";
  await main(["validate", "waybill.v1", "--strict", "-"], {
    cwd: resolve("."),
    env: {},
    stdin: Readable.from([Buffer.from(answer)]),
    out: { write: (text) => (out += text) },
    err: { write: (text) => (out += text) },
  });
  return out;
}

const changed = { ...placedSchema, required: ["order_id", "by", "amount"] };

describe("the JSON answer of", () => {
  it.each<readonly [string, readonly string[]]>([
    ["list", ["list"]],
    ["show", ["show", "shop.v1/Actor"]],
    ["show --history", ["show", "shop.v1/Actor", "--history"]],
    ["hash", ["hash", "registry/shop.v1/Actor/schema.json"]],
    ["check", ["check", "--only", "lint,compatibility"]],
    ["diff", ["diff", "shop.v1/OrderPlaced@1", "registry/shop.v1/OrderPlaced/schema.json"]],
    ["prove", ["prove", "shop.v1/OrderPlaced@1", "registry/shop.v1/OrderPlaced/schema.json"]],
    ["publish, refused", ["publish"]],
    ["publish, not written", ["publish", "shop.v1/Actor", "--dry-run"]],
    [
      "validate",
      ["validate", "shop.v1/Actor", "registry/shop.v1/Actor/examples/invalid", "--at", "/instance"],
    ],
    ["generate", ["generate", "--check"]],
    ["author", ["author", "--check"]],
    ["withdraw", ["withdraw", "shop.v1/Actor@1", "--reason", "wrong"]],
    ["explain", ["explain", "REQUIRED_ADDED"]],
    ["new", ["new", "shop.v1/OrderSent"]],
    ["fmt", ["fmt", "--check"]],
    ["completion", ["completion", "zsh"]],
    ["a failure to find", ["list", "shop.v2"]],
    ["a failure to read", ["hash", "waybill.yaml"]],
  ])("%s is what waybill.v1 says, to the last member", async (_, argv) => {
    const made = await published();
    made.write({ "registry/shop.v1/OrderPlaced/schema.json": changed });
    const { out } = await made.run(...argv, "--json");
    expect(JSON.parse(out).format).toBe(`waybill.${argv[0]}/1`);
    expect(await judge(out)).toContain("1 line: 1 valid, 0 invalid");
  });

  it("init is what waybill.v1 says", async () => {
    expect(await judge((await scratch().run("init", "--json")).out)).toContain("1 line: 1 valid, 0 invalid");
  });

  it("accept is what waybill.v1 says", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/OrderPlaced/schema.json": changed });
    const check = JSON.parse((await made.run("check", "--only", "compatibility", "--json")).out);
    const [{ fingerprint }] = check.findings;
    const terms = ["--reason", "nobody is left", "--owner", "shop", "--expires", "2999-12-31"];
    const { out } = await made.run("accept", fingerprint, ...terms, "--json");
    expect(await judge(out)).toContain("1 line: 1 valid, 0 invalid");
  });

  it("explain without a rule is what waybill.v1 says", async () => {
    const { out } = await scratch().run("explain", "--json");
    expect(JSON.parse(out).format).toBe("waybill.rules/1");
    expect(await judge(out)).toContain("1 line: 1 valid, 0 invalid");
  });

  it("diff of whole registries is what waybill.v1 says", async () => {
    const made = await published();
    start(made);
    made.write({ "registry/shop.v1/OrderPlaced/schema.json": changed });
    const { out } = await made.run("diff", "main", "--json");
    expect(JSON.parse(out).subjects).toHaveLength(1);
    expect(await judge(out)).toContain("1 line: 1 valid, 0 invalid");
  });

  it("prove over labelled pairs is what waybill.v1 says", async () => {
    const made = await published();
    const pair = { id: "p-1", old: { type: "string" }, new: { type: "integer" }, oldSubsetOfNew: true };
    made.write({ "pairs.jsonl": `${JSON.stringify(pair)}\n` });
    const { out } = await made.run("prove", "--pairs", "pairs.jsonl", "--json");
    expect(JSON.parse(out).pairs).toBe(1);
    expect(await judge(out)).toContain("1 line: 1 valid, 0 invalid");
  });
});
