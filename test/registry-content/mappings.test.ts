import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../src/model.ts";
import { valueAt } from "../../src/schema/pointer.ts";
import { drafts, examples, plainValidators, registry } from "./drafts.ts";

interface Mapping {
  readonly from: string;
  readonly to: string;
  readonly fields?: readonly { readonly from: string; readonly to: string; readonly as?: string }[];
  readonly lost: readonly string[];
  readonly defaulted: readonly string[];
  readonly absent?: readonly string[];
}

const namespaces = ["cogo.v1", "message.v1", "command.v1"];
const mappings = namespaces.flatMap((name): readonly Mapping[] => {
  return parse(readFileSync(join(registry, name, "namespace.yaml"), "utf8")).mappings ?? [];
});
const byAddress = new Map(drafts().map((draft) => [draft.address, draft]));
const schemaOf = (address: string): JsonObject => byAddress.get(address)?.schema ?? {};
const members = (address: string) =>
  Object.keys(schemaOf(address).properties as JsonObject).map((name) => `/${name}`);
const required = (address: string) =>
  (schemaOf(address).required as readonly string[]).map((name) => `/${name}`);

/** Without `fields`, members of equal name are copied. */
function fieldsOf(mapping: Mapping) {
  const same = members(mapping.from).filter((name) => !mapping.lost.includes(name));
  return (
    mapping.fields ??
    same.map((name): { from: string; to: string; as?: string } => ({ from: name, to: name }))
  );
}

describe.each(mappings.map((mapping) => [`${mapping.from} to ${mapping.to}`, mapping] as const))(
  "%s",
  (_, mapping) => {
    const fields = fieldsOf(mapping);

    it("says of every member of the first where it goes, once", () => {
      const gone = [...fields.map(({ from }) => from), ...mapping.lost];
      expect([...gone].sort()).toEqual([...members(mapping.from)].sort());
    });

    it("fills every required member of the second, or says that somebody must", () => {
      const filled = new Set([...fields.map(({ to }) => to), ...mapping.defaulted]);
      expect(required(mapping.to).filter((name) => !filled.has(name))).toEqual([]);
      for (const name of [...filled, ...(mapping.absent ?? [])]) expect(members(mapping.to)).toContain(name);
    });
  },
);

describe("going over to message.v1/Message and back", () => {
  const there = mappings.find(({ from, to }) => from === "cogo.v1/Envelope" && to === "message.v1/Message");
  const back = mappings.find(({ from, to }) => from === "message.v1/Message" && to === "cogo.v1/Envelope");
  const validatorOf = plainValidators();
  const envelope = byAddress.get("cogo.v1/Envelope");
  const cases = envelope === undefined ? [] : examples(envelope, "valid");

  it.each(cases.map(({ name, value }) => [name, value] as const))(
    "%s arrives whole, but for what is declared lost",
    (_, value) => {
      expect(there).toBeDefined();
      expect(back).toBeDefined();
      if (there === undefined || back === undefined) return;
      const message = move(value, there, (version) => `${String(version)}.0`);
      expect(validatorOf("message.v1/Message")(message)).toBe(true);
      const returned = move(message, back, (version) => Number.parseInt(String(version), 10));
      const kept = Object.fromEntries(
        Object.entries(value as JsonObject).filter(([name]) => !there.lost.includes(`/${name}`)),
      );
      expect(returned).toEqual(kept);
      // What cannot be made up again is missing, and the envelope says so.
      const validate = validatorOf("cogo.v1/Envelope");
      expect(validate(returned)).toBe(false);
      const missing = (validate.errors ?? []).map(({ params }) => `/${params.missingProperty}`);
      expect(missing.sort()).toEqual([...back.defaulted].sort());
    },
  );

  it("is needed: neither takes the other's messages", () => {
    for (const { value } of cases) expect(validatorOf("message.v1/Message")(value)).toBe(false);
    const other = byAddress.get("message.v1/Message");
    const messages = other === undefined ? [] : examples(other, "valid");
    expect(messages.length).toBeGreaterThan(0);
    for (const { value } of messages) expect(validatorOf("cogo.v1/Envelope")(value)).toBe(false);
  });
});

describe("the journal's history form", () => {
  const validatorOf = plainValidators();
  const lost = mappings.find(({ from }) => from === "command.v1/JournalEntry")?.lost ?? [];
  const journal = byAddress.get("command.v1/JournalEntry");
  const cases = journal === undefined ? [] : examples(journal, "valid");

  it.each(cases.map(({ name, value }) => [name, value] as const))(
    "%s is valid without what is declared lost",
    (_, value) => {
      const kept = Object.entries(value as JsonObject).filter(([name]) => !lost.includes(`/${name}`));
      expect(validatorOf("command.v1/HistoryEntry")(Object.fromEntries(kept))).toBe(true);
      expect(lost).toEqual(["/schemaVersion", "/kind", "/serverVersion", "/response"]);
    },
  );
});

function move(value: Json, mapping: Mapping, version: (value: Json) => Json): JsonObject {
  const moved = fieldsOf(mapping).flatMap(({ from, to }): [string, Json][] => {
    const found = valueAt(value, from);
    return found === undefined ? [] : [[to.slice(1), from === "/version" ? version(found) : found]];
  });
  return Object.fromEntries(moved);
}
