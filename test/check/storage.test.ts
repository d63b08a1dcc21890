import { describe, expect, it } from "vitest";
import { actorSchema, namespaceYaml, placedSchema, project } from "../kit/project.ts";

const table = `${namespaceYaml}storage:
  OrderPlaced:
    table: orders
    columns: [id, amount, extra]
    migration: none
`;
const stored = (homes: Readonly<Record<string, unknown>>) => ({
  ...placedSchema,
  properties: Object.fromEntries(
    Object.entries(placedSchema.properties).map(([name, schema]) => [
      name,
      Object.hasOwn(homes, name) ? { ...schema, "x-storage": homes[name] } : schema,
    ]),
  ),
});
const homes = { order_id: { column: "id" }, by: { json: "extra", key: "by" }, amount: { column: "amount" } };

async function found(yaml: string, schema: unknown, actor: unknown = actorSchema) {
  const made = project();
  made.write({
    "registry/shop.v1/namespace.yaml": yaml,
    "registry/shop.v1/OrderPlaced/schema.json": schema,
    "registry/shop.v1/Actor/schema.json": actor,
  });
  const { code, out } = await made.run("check", "--only", "storage", "--json");
  const { findings } = JSON.parse(out);
  return {
    code,
    findings: findings.map(({ rule, message }: Record<string, string>) => `${rule}: ${message}`),
  };
}

describe("no schema migration", () => {
  it("holds where every field has a column or a key that is there", async () => {
    expect(await found(table, stored(homes))).toEqual({ code: 0, findings: [] });
  });

  it("asks nothing of subjects that are not stored", async () => {
    expect(await found(namespaceYaml, placedSchema)).toEqual({ code: 0, findings: [] });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ["a field without a home", { ...homes, amount: undefined }, 'field "amount" has no home'],
    [
      "a column that is not there",
      { ...homes, amount: { column: "cents" } },
      'field "amount" is to live in column "cents", which "orders" does not have',
    ],
    [
      "JSON in no column",
      { ...homes, by: { json: "bag", key: "by" } },
      'field "by" is to live in column "bag", which "orders" does not have',
    ],
    [
      "JSON under no key",
      { ...homes, by: { json: "extra" } },
      'field "by" is to live in the JSON of "extra", under no key',
    ],
    [
      "a home nowhere",
      { ...homes, by: { type: "text" } },
      'field "by" has a home that names neither "column" nor "json"',
    ],
  ])("fails for %s", async (_, edited, message) => {
    const { code, findings } = await found(table, stored(edited));
    expect(findings).toEqual([`STORAGE_HOME_MISSING: ${message}`]);
    expect(code).toBe(100);
  });

  it("takes a home for each member of a field for a home of the field", async () => {
    const { by: _by, ...rest } = homes;
    const agent = { ...actorSchema.properties.agent, "x-storage": { column: "id" } };
    const actor = { ...actorSchema, properties: { agent } };
    expect((await found(table, stored(rest), actor)).findings).toEqual([]);
    expect((await found(table, stored(rest))).findings).toEqual([
      'STORAGE_HOME_MISSING: field "by" has no home',
    ]);
  });

  it("names a table for nothing", async () => {
    const { findings } = await found(table.replace("  OrderPlaced:", "  OrderPlacde:"), stored(homes));
    expect(findings).toEqual([expect.stringContaining("STORAGE_SUBJECT_UNKNOWN")]);
  });
});
