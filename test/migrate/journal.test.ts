import { describe, expect, it } from "vitest";
import { migrating } from "../kit/migrations.ts";
import { namespaceYaml } from "../kit/project.ts";

const old = '{"order_id":"o-1","clerk":"ada","amount":"none"}';
const fresh = '{"order_id": "o-2", "by": {"agent": "bob"}}';
const as = ["--as", "shop.v1/OrderPlaced"];

describe("journal upgrade", () => {
  it("writes upgraded lines, leaves the others to the letter, and goes on after what it cannot read", async () => {
    const made = await migrating();
    const lines = [old, fresh, '{"order_id":1}', '{"order_id":"o-3","clerk":7}', '{"order_id":"o-4","cl'];
    const { code, out, err } = await made.pipe(lines.join("\n"), "journal", "upgrade", "-", ...as);
    expect(out.split("\n")).toEqual([
      '{"order_id":"o-1","amount":0,"by":{"agent":"ada"}}',
      ...lines.slice(1),
    ]);
    expect(err).toContain("5 lines: 1 upgraded, 1 current, 2 drift, 1 malformed");
    expect(err).toContain('not of shape "clerk": "/clerk"');
    expect(code).toBe(100);
  });

  it("counts versions it does not know", async () => {
    const made = await migrating();
    made.write({
      "registry/shop.v1/namespace.yaml": `${namespaceYaml}streams:\n  log:\n    files: "**/log.jsonl"\n    route: [{ subject: OrderPlaced, version: /v }]\n`,
      "log.jsonl": `{"v":9,"order_id":"o-1","by":{"agent":"a"}}\n{"v":1,"order_id":"o-1","by":{"agent":"a"}}\n`,
    });
    const { code, out } = await made.run("journal", "upgrade", "log.jsonl", "--json");
    expect(JSON.parse(out)).toMatchObject({ lines: 2, current: 1, unsupported: 1 });
    expect(out).toContain("version 9 is not known");
    expect(code).toBe(100);
  });

  it("writes a file whole or not at all, and never over its source", async () => {
    const made = await migrating();
    made.write({ "old.jsonl": `${old}\n`, "new.jsonl": "as before\n" });
    const { code, out } = await made.run("journal", "upgrade", "old.jsonl", ...as, "-o", "new.jsonl");
    expect([code, out]).toEqual([0, "1 lines: 1 upgraded\n  1  clerk -> 1\n"]);
    expect(made.read("new.jsonl")).toBe('{"order_id":"o-1","amount":0,"by":{"agent":"ada"}}\n');
    expect((await made.run("journal", "upgrade", "gone.jsonl", ...as, "-o", "new.jsonl")).code).toBe(1);
    expect(made.read("new.jsonl")).toContain("ada");
    expect((await made.run("journal", "upgrade", "old.jsonl", ...as, "-o", "./old.jsonl")).code).toBe(2);
    expect([...made.snapshot().keys()].filter((path) => path.includes("waybill-tmp"))).toEqual([]);
  });

  it("asks where it cannot tell what a file holds", async () => {
    const made = await migrating();
    made.write({ "old.jsonl": old });
    const { code, err } = await made.run("journal", "upgrade", "old.jsonl");
    expect(code).toBe(2);
    expect(err).toContain("--as");
  });
});
