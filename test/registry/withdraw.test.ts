import { expect, it } from "vitest";
import { actorSchema, published } from "../kit/project.ts";

it("keeps the file, leaves latest, and names who pins it", async () => {
  const made = await published();
  const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
  made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties } });
  await made.run("publish", "--dependents");
  const { code, out, err } = await made.run("withdraw", "shop.v1/Actor@2", "--reason", 'wrong: "unit"');
  expect(code).toBe(0);
  expect(out).toBe("withdrew shop.v1/Actor@2\n");
  expect(err).toContain("shop.v1/OrderPlaced@2 pins it");
  expect(made.read("registry/waybill.lock")).toMatch(/^version shop\.v1\/Actor@2 .* withdrawn$/m);
  expect(made.read("registry/withdrawn/shop.v1/Actor@2.yaml")).toContain('reason: "wrong: \\"unit\\""');
  expect(JSON.parse((await made.run("show", "shop.v1/Actor", "--json")).out).version).toBe(1);
  expect((await made.run("show", "shop.v1/Actor@2")).code).toBe(0);
  expect((await made.run("check", "--only", "schema,integrity")).code).toBe(0);
});

it("refuses what was never published, twice, or has no reason", async () => {
  const made = await published();
  expect((await made.run("withdraw", "shop.v1/Actor@7", "--reason", "x")).code).toBe(2);
  expect((await made.run("withdraw", "shop.v1/Actor@1")).code).toBe(2);
  await made.run("withdraw", "shop.v1/Actor@1", "--reason", "x");
  expect((await made.run("withdraw", "shop.v1/Actor@1", "--reason", "x")).err).toContain("withdrawn already");
});
