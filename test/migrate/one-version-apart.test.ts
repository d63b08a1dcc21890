import { expect, it } from "vitest";
import { placedSchema, project } from "../kit/project.ts";

const yaml = `title: Orders
owners: [shop]
policy: none
streams:
  log:
    files: "**/log.jsonl"
    route: [{ subject: OrderPlaced, version: /v }]
`;
const { amount, ...rest } = placedSchema.properties;
const v = { type: "integer", description: "Version." };
const second = {
  ...placedSchema,
  properties: { ...rest, cents: amount, v },
  required: ["order_id", "by", "cents", "v"],
};

const migration = `from: 1
to: 2
steps:
  - rename: { field: /amount, to: cents }
  - default: { field: /cents, value: 0 }
  - set: { field: /v, value: 2 }
fixtures:
  - before: { v: 1, order_id: o-1, by: { agent: ada }, amount: 5 }
    after: { v: 2, order_id: o-1, by: { agent: ada }, cents: 5 }
`;

it("a journal of one version goes over to the next; later versions and cut lines are counted and kept", async () => {
  const made = project();
  made.remove("registry/shop.v1/OrderPlaced/examples");
  expect((await made.run("publish")).code).toBe(0);
  made.write({
    "registry/shop.v1/namespace.yaml": yaml,
    "registry/shop.v1/OrderPlaced/schema.json": second,
    "registry/shop.v1/OrderPlaced/migrations/to-2.yaml": migration,
  });
  const checked = await made.run("check", "--only", "migrations");
  expect(checked.out).toContain("clean");
  const by = '"by":{"agent":"a"}';
  const lines = [
    `{"v":1,"order_id":"o-1",${by},"amount":5}`,
    `{"v":2,"order_id":"o-2",${by},"cents":1}`,
    `{"v":3,"order_id":"o-3",${by}}`,
    `{"v":1,"order_id":"o-4"`,
  ];
  made.write({ "log.jsonl": lines.join("\n") });
  expect((await made.run("publish")).code).toBe(0);
  const { code, out, err } = await made.run("journal", "upgrade", "log.jsonl");
  expect(out.split("\n")).toEqual([`{"v":2,"order_id":"o-1",${by},"cents":5}`, ...lines.slice(1)]);
  expect(err).toContain("4 lines: 1 upgraded, 1 current, 1 unsupported, 1 malformed");
  expect(err).toContain("1 -> 2");
  expect(code).toBe(100);
});
