import { expect, it } from "vitest";
import { placedSchema, project } from "../kit/project.ts";

const referring = (to: string) => ({
  ...placedSchema,
  properties: { ...placedSchema.properties, other: { $ref: to, description: "The other." } },
});

it.each([
  ["a subject that refers back", "urn:waybill:shop.v1:Back", "in a circle"],
  ["a subject that is not there", "urn:waybill:shop.v1:Nobody", "urn:waybill:shop.v1:Nobody"],
  ["a version that is not there", "urn:waybill:shop.v1:Actor:7", "urn:waybill:shop.v1:Actor:7"],
  ["another registry", "urn:other:shop.v1:Actor", "urn:other:shop.v1:Actor"],
  ["a file", "../Actor/schema.json", "../Actor/schema.json"],
])("a subject that refers to %s is refused by name, and nothing is frozen", async (_what, to, said) => {
  const made = project();
  made.write({
    "registry/shop.v1/OrderPlaced/schema.json": referring(to),
    ...(to.endsWith(":Back") && {
      "registry/shop.v1/Back/schema.json": referring("urn:waybill:shop.v1:OrderPlaced"),
    }),
  });
  const before = [...made.snapshot().keys()];
  for (const argv of [["check"], ["publish"]]) {
    const { code, out, err } = await made.run(...argv);
    expect(out + err).toContain(said);
    expect(code).toBe(100);
  }
  expect([...made.snapshot().keys()]).toEqual(before);
});
