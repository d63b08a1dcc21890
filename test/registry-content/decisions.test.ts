import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { plainValidators, readObject } from "./drafts.ts";

const folder = new URL("../../docs/decisions", import.meta.url).pathname;
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();
const decisions = files.map((name) => [name, readObject(join(folder, name))] as const);
const validate = plainValidators()("command.v1/DecisionLedgerEntry");

describe("the decision ledger", () => {
  it.each(decisions)("%s is an entry of the ledger, under its own name", (name, decision) => {
    validate(decision);
    expect(validate.errors ?? []).toEqual([]);
    expect(name).toMatch(/^DL-\d{3}-[a-z0-9]+(-[a-z0-9]+)*\.json$/);
    expect(name.slice(0, 6)).toBe(decision.id);
  });

  it("numbers decisions without gaps", () => {
    const numbers = decisions.map(([, { id }]) => Number(String(id).slice(3)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("answers each gate of the roadmap once", () => {
    const gates = decisions.flatMap(([, { gate }]) => (gate === undefined ? [] : [gate]));
    expect(gates).toEqual(["DG-L4.1", "DG-L4.2", "DG-L4.3", "DG-L4.4"]);
  });

  it("names subjects and namespaces by their address", () => {
    const named = decisions.flatMap(([, decision]) => [
      ...((decision as JsonObject & { subjects?: readonly string[] }).subjects ?? []),
    ]);
    expect(named.length).toBeGreaterThan(0);
    for (const address of named) expect(address).toMatch(/^[a-z]+\.v\d+(\/[A-Z][A-Za-z0-9]*)?$/);
  });
});
