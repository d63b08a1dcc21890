import { describe, expect, it } from "vitest";
import { hashOf, shop } from "./shop.ts";

const block = (name: string, hash: string, namespace = "shop.v1") => ({ namespace, name, hash });

describe("an envelope's payload", () => {
  it("is judged by its kind, with pointers from the envelope's root", async () => {
    const made = await shop();
    const { code, out } = await made.pipe(
      '{"type":"placed","payload":{"order_id":7}}',
      ...["validate", "shop.v1/Envelope", "-"],
    );
    expect(out).toContain("(stdin):1: /payload/order_id type: must be a string");
    expect(code).toBe(100);
  });

  it("that is no object is said once, though envelope and payload both refuse it", async () => {
    const made = await shop();
    const { out } = await made.pipe('{"type":"placed","payload":[]}', "validate", "shop.v1/Envelope", "-");
    expect(out.match(/must be an object/g)).toHaveLength(1);
  });

  it("is judged by the version its hash names, not by the newest", async () => {
    const made = await shop();
    const message = (version: number) => {
      const hash = hashOf(made, `shop.v1/OrderPlaced@${version}`);
      return JSON.stringify({
        type: "placed",
        payload: { order_id: "o", amount: "12" },
        schema: block("OrderPlaced", hash),
      });
    };
    const run = (version: number) => made.pipe(message(version), "validate", "shop.v1/Envelope", "-");
    expect((await run(1)).code).toBe(0);
    expect((await run(2)).out).toContain("/payload/amount type: must be an integer");
  });

  it("with a hash wrong by one digit is refused, naming what the lock knows", async () => {
    const made = await shop();
    const right = hashOf(made, "shop.v1/OrderPlaced@1");
    const wrong = `${right.startsWith("0") ? "1" : "0"}${right.slice(1)}`;
    const message = { type: "placed", payload: { order_id: "o" }, schema: block("OrderPlaced", wrong) };
    const { code, out } = await made.pipe(JSON.stringify(message), "validate", "shop.v1/Envelope", "-");
    expect(code).toBe(100);
    expect(out).toContain("/schema/hash hash: is the hash of no published version of shop.v1/OrderPlaced");
    expect(out).toContain(`shop.v1/OrderPlaced@1 (${right})`);
    expect(out).toContain(`shop.v1/OrderPlaced@2 (${hashOf(made, "shop.v1/OrderPlaced@2")})`);
  });

  it("with the hash of another subject is refused, naming that subject", async () => {
    const made = await shop();
    const other = hashOf(made, "shop.v1/OrderCancelled@1");
    const message = { type: "placed", payload: { order_id: "o" }, schema: block("OrderPlaced", other) };
    const { out } = await made.pipe(JSON.stringify(message), "validate", "shop.v1/Envelope", "-");
    expect(out).toContain("is the hash of shop.v1/OrderCancelled@1, not of shop.v1/OrderPlaced");
  });

  it.each([
    [
      "name",
      block("OrderCancelled", ""),
      '/schema/name x-kinds: must be "OrderPlaced": kind "placed" carries shop.v1/OrderPlaced',
    ],
    ["namespace", block("OrderPlaced", "", "shop.v2"), '/schema/namespace x-kinds: must be "shop.v1"'],
  ])("must agree with its kind in %s", async (_, schema, says) => {
    const made = await shop();
    const message = { type: "placed", payload: { order_id: "o" }, schema };
    const { code, out } = await made.pipe(JSON.stringify(message), "validate", "shop.v1/Envelope", "-");
    expect(out).toContain(says);
    expect(code).toBe(100);
  });

  it("of a kind nobody knows yet is a note, once", async () => {
    const made = await shop();
    const { code, out } = await made.pipe(
      '{"type":"refunded","payload":{}}',
      "validate",
      "shop.v1/Envelope",
      "-",
    );
    expect(out.match(/note/g)?.length).toBe(2);
    expect(out).toContain('/type note: value "refunded" is new to this open list');
    expect(out).toContain("1 line: 1 valid, 0 invalid, 1 note");
    expect(code).toBe(0);
  });

  it.each(["toString", "__proto__", "constructor"])("of kind %j is no kind", async (kind) => {
    const made = await shop();
    const message = JSON.stringify({ type: kind, payload: {} });
    const { code, out } = await made.pipe(message, "validate", "shop.v1/Envelope", "-");
    expect(out).toContain("1 valid");
    expect(code).toBe(0);
  });

  it("of a withdrawn version is accepted with a note", async () => {
    const made = await shop();
    const hash = hashOf(made, "shop.v1/OrderPlaced@1");
    await made.run("withdraw", "shop.v1/OrderPlaced@1", "--reason", "the unit was wrong");
    const message = { type: "placed", payload: { order_id: "o" }, schema: block("OrderPlaced", hash) };
    const { code, out } = await made.pipe(JSON.stringify(message), "validate", "shop.v1/Envelope", "-");
    expect(out).toContain("/schema/hash note: shop.v1/OrderPlaced@1 is withdrawn");
    expect(code).toBe(0);
  });
});
