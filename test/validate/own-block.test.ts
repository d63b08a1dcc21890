import { expect, it } from "vitest";
import { namespaceYaml, published } from "../kit/project.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";
const text = { type: "string", description: "x" };

/** A line that says itself which version it follows. */
function line(...more: readonly string[]): unknown {
  const block = {
    type: "object",
    description: "Which schema the line follows.",
    properties: {
      namespace: { const: "shop.v1", description: "x" },
      name: text,
      version: { type: "integer", description: "x" },
      hash: text,
    },
    required: ["namespace", "name", "version", "hash"],
  };
  const properties = Object.fromEntries([["schema", block], ...more.map((name) => [name, text])]);
  return {
    $schema: dialect,
    title: "Line",
    description: "x",
    type: "object",
    properties,
    required: ["schema"],
  };
}

it("a line that names the version it follows is held to the lock", async () => {
  const made = await published();
  for (const members of [[], ["more"]]) {
    made.write({
      "registry/shop.v1/namespace.yaml": namespaceYaml,
      "registry/shop.v1/Line/schema.json": line(...members),
    });
    expect((await made.run("publish")).code).toBe(0);
  }
  const lock = made.read("registry/waybill.lock");
  const hashOf = (address: string) => new RegExp(`${address} sha256:(\\S+)`).exec(lock)?.[1] ?? "";
  const says = (hash: string, version = 2, name = "Line") =>
    made.pipe(
      JSON.stringify({ schema: { namespace: "shop.v1", name, version, hash } }),
      ...["validate", "shop.v1/Line", "-"],
    );
  expect((await says(hashOf("Line@2"))).code).toBe(0);
  for (const [ran, words] of [
    [await says("0".repeat(64)), "is the hash of no published version of shop.v1/Line"],
    [await says(hashOf("Actor@1")), "is the hash of shop.v1/Actor@1, not of shop.v1/Line"],
    [await says(hashOf("Line@2"), 1), "the hash is that of shop.v1/Line@2"],
    [await says(hashOf("Line@2"), 2, "Actor"), 'must be "Line"'],
  ] as const) {
    expect(ran.out).toContain(words);
    expect(ran.code).toBe(100);
  }
  expect((await made.run("withdraw", "shop.v1/Line@1", "--reason", "x")).code).toBe(0);
  const withdrawn = await says(hashOf("Line@1"), 1);
  expect(withdrawn.out).toContain("shop.v1/Line@1 is withdrawn");
  expect(withdrawn.code).toBe(0);
});
