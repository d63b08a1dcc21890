import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { actorSchema, placedSchema, project, published } from "../kit/project.ts";

describe("publish", () => {
  it("freezes drafts, dependencies first, and records them in a sorted lock", async () => {
    const made = project();
    const { code, out } = await made.run("publish");
    expect(code).toBe(0);
    expect(
      out
        .split("\n")
        .map((line) => line.slice(0, 30).trim())
        .filter(Boolean),
    ).toEqual(["froze shop.v1/Actor@1  sha256:", "froze shop.v1/OrderPlaced@1  s"]);
    const lines = made.read("registry/waybill.lock").trimEnd().split("\n");
    expect(lines[0]).toBe("waybill-lock 1");
    expect(lines.slice(1)).toEqual([...lines.slice(1)].sort());
    expect(lines.slice(1).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "example shop.v1/Actor/examples/valid/clerk.json",
      "example shop.v1/OrderPlaced/examples/valid/small.json",
      "version shop.v1/Actor@1",
      "version shop.v1/OrderPlaced@1",
    ]);
  });

  it("bundles the pinned dependency verbatim under its address", async () => {
    const made = await published();
    const actor: unknown = JSON.parse(made.read("registry/shop.v1/Actor/versions/1.json"));
    const placed = JSON.parse(made.read("registry/shop.v1/OrderPlaced/versions/1.json"));
    expect(placed.$id).toBe("urn:waybill:shop.v1:OrderPlaced:1");
    expect(placed.properties.by.$ref).toBe("urn:waybill:shop.v1:Actor:1");
    expect(placed.$defs["shop.v1/Actor@1"]).toEqual(actor);
  });

  it("writes hashes any third party can reproduce with a JCS library and SHA-256", async () => {
    const made = await published();
    const file: unknown = JSON.parse(made.read("registry/shop.v1/OrderPlaced/versions/1.json"));
    const hash = createHash("sha256")
      .update(canonicalize(file) ?? "")
      .digest("hex");
    expect(made.read("registry/waybill.lock")).toContain(`version shop.v1/OrderPlaced@1 sha256:${hash} `);
  });

  it("changes nothing when nothing changed", async () => {
    const made = await published();
    const before = made.snapshot();
    const { code, out } = await made.run("publish");
    expect(code).toBe(0);
    expect(out).toContain("nothing to publish");
    expect(made.snapshot()).toEqual(before);
  });

  it("does not publish prose", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, description: "Whoever did it." } });
    const before = made.snapshot();
    expect((await made.run("publish")).out).toContain("nothing to publish");
    expect(made.snapshot()).toEqual(before);
  });

  it("publishes a changed dependency in the same run when its dependent changed too", async () => {
    const made = await published();
    made.write({
      "registry/shop.v1/Actor/schema.json": withMember(actorSchema, "role"),
      "registry/shop.v1/OrderPlaced/schema.json": withMember(placedSchema, "note"),
    });
    const { code, out, err } = await made.run("publish", "shop.v1/OrderPlaced");
    expect(out + err).toContain("froze shop.v1/Actor@2");
    expect(code).toBe(0);
    const placed = JSON.parse(made.read("registry/shop.v1/OrderPlaced/versions/2.json"));
    expect(placed.properties.by.$ref).toBe("urn:waybill:shop.v1:Actor:2");
    expect(placed.properties.note["x-since"]).toBe(2);
    expect(placed.properties.order_id["x-since"]).toBe(1);
  });

  it("leaves dependents alone until asked", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/Actor/schema.json": withMember(actorSchema, "role") });
    expect((await made.run("publish")).out).not.toContain("OrderPlaced");
    const check = await made.run("check", "--only", "unpublished", "--json");
    expect(JSON.parse(check.out).findings.map((found: { rule: string }) => found.rule)).toEqual([
      "DEPENDENCY_STALE",
    ]);
    expect((await made.run("publish", "--dependents")).out).toContain("froze shop.v1/OrderPlaced@2");
  });

  it("writes nothing on --dry-run", async () => {
    const made = project();
    const before = made.snapshot();
    const { code, out } = await made.run("publish", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("would freeze shop.v1/Actor@1");
    expect(made.snapshot()).toEqual(before);
  });

  it("refuses a draft whose valid example it rejects", async () => {
    const made = project();
    made.write({ "registry/shop.v1/Actor/examples/valid/bad.json": { agent: 7 } });
    const before = made.snapshot();
    const { code, out } = await made.run("publish");
    expect(code).toBe(100);
    expect(out).toContain("EXAMPLE_REJECTED");
    expect(made.snapshot()).toEqual(before);
  });

  it("names a cycle between subjects instead of hanging", async () => {
    const made = project();
    made.write({
      "registry/shop.v1/Actor/schema.json": {
        ...actorSchema,
        properties: { order: { $ref: "urn:waybill:shop.v1:OrderPlaced" } },
      },
    });
    const { code, err } = await made.run("publish");
    expect(code).toBe(100);
    expect(err).toContain("shop.v1/Actor -> shop.v1/OrderPlaced -> shop.v1/Actor");
  });
});

function withMember(schema: typeof actorSchema | typeof placedSchema, name: string): unknown {
  return {
    ...schema,
    properties: { ...schema.properties, [name]: { type: "string", description: "More." } },
  };
}
