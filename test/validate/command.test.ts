import { describe, expect, it } from "vitest";
import { namespaceYaml, shop } from "./shop.ts";

const log = [
  '{"order_id":"o-1"}',
  '{"kind":"cancel","v":9,"reason":"late"}',
  '{"kind":"void","v":"1.0","reason":"bored"}',
  '{"order_id":2}',
  '{"order_id":3}',
  '{"kind":"cancel","meta":{"test":true}}',
  '{"type":"placed","payload":{"order_id":"o-2"}}',
  "{",
  "",
].join("\n");

describe("a namespace", () => {
  it("routes each line of one log to its family, at the version the line names", async () => {
    const made = await shop();
    made.write({ "logs/a/shop.log.jsonl": log });
    const { code, out } = await made.run("validate", "shop.v1", "logs", "--json");
    expect(code).toBe(100);
    expect(JSON.parse(out)).toEqual({
      format: "waybill.validate/1",
      lines: 8,
      valid: 3,
      invalid: 3,
      malformed: 1,
      unrouted: 1,
      notes: 1,
      bySubject: {
        "shop.v1/Envelope": { lines: 1, valid: 1, invalid: 0 },
        "shop.v1/OrderCancelled": { lines: 2, valid: 1, invalid: 1 },
        "shop.v1/OrderPlaced": { lines: 3, valid: 1, invalid: 2 },
      },
      groups: [
        group("shop.v1/OrderPlaced", "/order_id", "type", "must be a string", 2, 4),
        group("shop.v1/OrderCancelled", "/v", "version", expect.stringContaining("which has 1"), 1, 2),
        group(null, "", "route", "no rule routes this line", 1, 6),
        group(null, "", "json", expect.stringContaining("column"), 1, 8),
      ],
    });
  });

  function group(
    subject: string | null,
    pointer: string,
    keyword: string,
    message: unknown,
    count: number,
    line: number,
  ) {
    return { subject, pointer, keyword, message, count, first: { file: "logs/a/shop.log.jsonl", line } };
  }

  it("takes from a folder the files of its streams alone", async () => {
    const made = await shop();
    made.write({ "logs/shop.log.jsonl": '{"order_id":"o"}\n', "logs/other.jsonl": "no\n" });
    expect((await made.run("validate", "shop.v1", "logs")).out).toContain("1 line: 1 valid");
  });

  it.each([
    ["an unknown key", "route:", "rout:", 'unknown key "rout"', 'did you mean "route"?'],
    [
      "an unknown subject",
      "subject: OrderPlaced",
      "subject: OrderPlacd",
      'routes to "shop.v1/OrderPlacd"',
      'did you mean "shop.v1/OrderPlaced"?',
    ],
    [
      "a version that is no pointer",
      "version: /v",
      "version: v",
      "version",
      "registry/shop.v1/namespace.yaml:",
    ],
  ])("with %s in its streams says so, with its place", async (_, from, to, says, fix) => {
    const made = await shop();
    made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml.replace(from, to) });
    const { code, err } = await made.pipe("{}", "validate", "shop.v1", "-");
    expect(code).toBe(100);
    expect(err).toContain(says);
    expect(err).toContain(fix);
    expect(err).toMatch(/registry\/shop\.v1\/namespace\.yaml:\d+:\d+/);
  });
});

describe("one subject", () => {
  it("reaches into wrapped lines and counts only those that pass", async () => {
    const made = await shop();
    const frames = [
      '{"dir":"in","frame":{"order_id":1}}',
      '{"dir":"out","frame":{"order_id":"x"}}',
      '{"dir":"both","frame":{"order_id":"y"}}',
      '{"dir":"out"}',
    ];
    const { code, out } = await made.pipe(
      frames.join("\n"),
      ...[
        "validate",
        "shop.v1/OrderPlaced",
        "-",
        "--at",
        "/frame",
        "--where",
        "/dir=out|both",
        "--where",
        "/frame/order_id=x|y",
      ],
    );
    expect(out).toContain("2 lines: 2 valid, 0 invalid");
    expect(code).toBe(0);
  });

  it("prints each error with file, line, pointer, keyword and message", async () => {
    const made = await shop();
    made.write({ "order.json": '{\n  "order_id":\n    7\n}\n' });
    const { out } = await made.run("validate", "shop.v1/OrderPlaced", "order.json");
    expect(out).toContain("order.json:3: /order_id type: must be a string (shop.v1/OrderPlaced)\n");
  });

  it("groups equal errors in a summary", async () => {
    const made = await shop();
    const { out } = await made.pipe(
      '{"order_id":1}\n{"order_id":2}\n{}\n',
      "validate",
      "shop.v1/OrderPlaced",
      "-",
      "--summary",
    );
    expect(out).toContain(
      "2 × shop.v1/OrderPlaced /order_id type: must be a string\n          first at (stdin):1\n",
    );
    expect(out).toContain(
      '1 × shop.v1/OrderPlaced (root) required: member "order_id" is missing\n          first at (stdin):3\n',
    );
  });

  it("judges the JSON examples of a document where they stand", async () => {
    const made = await shop();
    made.write({
      "docs/a.md": 'Text.\n\n```json\n{"order_id": 1}\n```\n\n```sh\nls\n```\n',
      "docs/b.txt": "no",
    });
    const { out, code } = await made.run("validate", "shop.v1/OrderPlaced", "docs", "--markdown");
    expect(out).toContain("docs/a.md:4: /order_id type: must be a string");
    expect(out).toContain("1 line: 0 valid, 1 invalid");
    expect(code).toBe(100);
  });

  it("judged as a writer refuses what it does not declare", async () => {
    const made = await shop();
    const line = '{"order_id":"o","colour":"red"}';
    expect((await made.pipe(line, "validate", "shop.v1/OrderPlaced", "-")).code).toBe(0);
    const strict = await made.pipe(line, "validate", "shop.v1/OrderPlaced", "-", "--strict");
    expect(strict.out).toContain('member "colour" is not declared');
    expect(strict.code).toBe(100);
  });

  it.each([
    ["@1", 0],
    ["@latest", 100],
    ["@>=1", 100],
  ])("at %s is judged by that version", async (selector, expected) => {
    const made = await shop();
    const { code } = await made.pipe(
      '{"order_id":"o","amount":"12"}',
      "validate",
      `shop.v1/OrderPlaced${selector}`,
      "-",
    );
    expect(code).toBe(expected);
  });

  it("whose draft is not published is judged by the draft, references and all", async () => {
    const made = await shop();
    made.write({
      "registry/shop.v1/OrderSent/schema.json": {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "object",
        properties: { order: { $ref: "urn:waybill:shop.v1:OrderPlaced" } },
      },
    });
    const { out } = await made.pipe('{"order":{}}', "validate", "shop.v1/OrderSent", "-");
    expect(out).toContain('/order required: member "order_id" is missing');
  });

  it("prints hostile text so that no terminal obeys it", async () => {
    const made = await shop();
    const line = JSON.stringify({ type: "\u001b[31mred\u0007\u009b31m\u202e", payload: {} });
    const { out } = await made.pipe(line, "validate", "shop.v1/Envelope", "-");
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u0007");
    expect(out).not.toContain("\u009b");
    expect(out).not.toContain("\u202e");
  });
});

describe("usage", () => {
  it.each([
    [["shop.v1/OrderPlacd", "-"], 2, 'did you mean "shop.v1/OrderPlaced"?'],
    [["shop.v1/OrderPlaced@7", "-"], 2, "it has @1, @2"],
    [["shop.v2", "-"], 2, 'did you mean "shop.v1"?'],
    [["shop.v1", "-", "--stream", "journal"], 2, "it has log"],
    [["shop.v1/OrderPlaced", "-", "--where", "dir=out"], 2, "--where /frame/type=response"],
    [["shop.v1/OrderPlaced", "-", "--at", "frame"], 2, '"frame" is not a JSON Pointer'],
    [["shop.v1/OrderPlaced", "nowhere.json"], 1, 'there is no file "nowhere.json"'],
    [["shop.v1/OrderPlaced", "*.nothing"], 1, 'there is no file "*.nothing"'],
  ])("%j exits with %i and says the way out", async (args, code, says) => {
    const made = await shop();
    const ran = await made.pipe("{}", "validate", ...args);
    expect(ran.err).toContain(says);
    expect(ran.code).toBe(code);
  });
});
