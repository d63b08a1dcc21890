import { expect, it } from "vitest";
import type { Draft, Json, Subject, Version } from "../../src/model.ts";
import { latestVersion } from "../../src/registry/candidates.ts";
import { freeze } from "../../src/registry/freeze.ts";
import { isFrozenAs } from "../../src/registry/is-frozen-as.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { directPins } from "../../src/registry/pins.ts";
import { folderTree } from "../../src/registry/tree.ts";
import { isObject } from "../../src/schema/json.ts";
import { mutate, pick, type Random, randomFrom } from "../kit/mutate.ts";

const { registry } = loadRegistry(folderTree("registry", "registry"));
const pairs = [...registry.subjects.values()].flatMap((subject) => {
  const version = latestVersion(subject);
  return subject.draft === undefined || version === undefined
    ? []
    : [{ subject, draft: subject.draft, version }];
});
const seed = Number(process.env["WAYBILL_SEED"] ?? 20_261_121);

it("knows every draft that publishing would make the same file of again", () => {
  const same = pairs.filter(({ draft, version }) =>
    isFrozenAs(draft.schema, version.schema, version.dialect),
  );
  expect(same.map(({ version }) => version.address)).toEqual(
    pairs.filter(({ subject, draft, version }) => refrozen(subject, draft, version)).map(addressOf),
  );
  expect(same.length).toBeGreaterThan(60);
});

it(`takes no other draft for the version's (seed ${seed})`, () => {
  const random = randomFrom(seed);
  let changed = 0;
  for (let round = 0; round < 6_000; round++) {
    const { subject, draft, version } = pick(random, pairs as [(typeof pairs)[0], ...typeof pairs]);
    const schema = random() < 0.2 ? reordered(draft.schema, random) : mutate(draft.schema, random);
    if (!isObject(schema)) continue;
    const said = isFrozenAs(schema, version.schema, version.dialect);
    const is = refrozen(subject, { ...draft, schema }, version);
    changed += is ? 0 : 1;
    // It may miss one that says its own `x-since`; it must never take one that differs.
    if (said) expect(is, JSON.stringify(schema)).toBe(true);
  }
  expect(changed).toBeGreaterThan(4_000);
});

it("takes no draft for the version's that points to what publishing adds", () => {
  const actor = { $id: "urn:waybill:shop.v1:Actor:1", type: "object" };
  const written = {
    properties: { by: { $ref: "urn:waybill:shop.v1:Actor" }, also: { $ref: "#/$defs/own" } },
    $defs: { own: true },
  };
  const frozen = {
    $id: "urn:waybill:shop.v1:Order:1",
    properties: { by: { $ref: "urn:waybill:shop.v1:Actor:1", "x-since": 1 }, also: { $ref: "#/$defs/own" } },
    $defs: { own: true, "shop.v1/Actor@1": actor },
  };
  expect(isFrozenAs(written, frozen, "2020-12")).toBe(true);
  for (const $ref of ["#/$defs/shop.v1~1Actor@1", "#/%24defs/shop.v1~1Actor%401/type"]) {
    const not = { $ref };
    expect(isFrozenAs({ ...written, not }, { ...frozen, not }, "2020-12"), $ref).toBe(false);
  }
});

/** Whether publishing would make the version's very file of the draft. */
function refrozen(subject: Subject, draft: Draft, version: Version): boolean {
  const pins = directPins(version.schema, version.dialect);
  const pin = (address: string) =>
    registry.subjects.get(address)?.versions.find(({ number }) => number === pins.get(address));
  try {
    const { schema } = freeze(subject, draft, version.number, pin);
    return JSON.stringify(schema) === JSON.stringify(version.schema);
  } catch {
    return false;
  }
}

/** The same members, two of them in each other's place. */
function reordered(value: Json, random: Random): Json {
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  const [at, other] = [0, 0].map(() => Math.floor(random() * names.length));
  const order = names.map((name, index) =>
    index === at ? names[other ?? 0] : index === other ? names[at ?? 0] : name,
  );
  return Object.fromEntries(order.map((name) => [name ?? "", value[name ?? ""] ?? null]));
}

function addressOf({ version }: { version: Version }): string {
  return version.address;
}
