import { describe, expect, it } from "vitest";
import { speaking } from "../kit/vocabulary.ts";

const order = (agent: unknown) => `${JSON.stringify({ order_id: "o-1", by: { agent } })}\n`;

describe("the report over logs", () => {
  it("maps or lists every word, the frequent first, and flags what may mean two things", async () => {
    const made = speaking();
    made.write({
      "logs/orders.jsonl": [
        order("ada"),
        order("clerk"),
        order("clerk"),
        order("robot"),
        order("acme-7"),
      ].join(""),
    });
    const { code, out } = await made.run("vocabulary", "shop.v1", "logs");
    expect(out.split("\n")).toEqual([
      "     2  person  clerk  [till; certain]",
      "     1  machine acme-7  [till; likely; make acme; series 7]",
      "     1  unknown ada  [till; unmapped]",
      "     1  machine robot  [till; ambiguous; may be a person in a costume]",
      "4 words: 2 mapped (3 times), 1 ambiguous (1 times), 1 unmapped (1 times)",
      "",
    ]);
    expect(code).toBe(0);
  });

  it("says of structured values that their kind is not said, and counts what it cannot read", async () => {
    const made = speaking();
    made.write({ "orders.jsonl": `${order({ make: "acme" })}{"order_id":\n` });
    const { code, out } = await made.run("vocabulary", "shop.v1", "orders.jsonl", "--json");
    expect(JSON.parse(out)).toMatchObject({
      lines: 2,
      unread: 1,
      words: [{ structured: true, kind: "unknown", confidence: "none", parts: { make: "acme" } }],
    });
    expect(code).toBe(100);
  });

  it("takes documents that count words, in groups or not", async () => {
    const made = speaking();
    made.write({ "words.json": { plain: { clerk: 3, ada: 1 }, robot: 2 } });
    const { out } = await made.run("vocabulary", "shop.v1", "words.json", "--counted", "till", "--summary");
    expect(out).toBe("3 words: 1 mapped (3 times), 1 ambiguous (2 times), 1 unmapped (1 times)\n");
  });

  it("writes no word to the terminal that could command it", async () => {
    const made = speaking();
    made.write({ "orders.jsonl": order("\u001b[2Jboo") });
    expect((await made.run("vocabulary", "shop.v1", "orders.jsonl")).out).not.toContain("\u001b");
  });

  it.each([
    [["vocabulary", "shop.v2", "x"], /declares no vocabulary/],
    [["vocabulary", "shop.v1", "x.json", "--counted", "door"], /no source "door"/],
  ] as const)("says what it cannot do: %j", async (argv, message) => {
    const { code, err } = await speaking().run(...argv);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe("the check of vocabularies", () => {
  it.each<readonly [string, (yaml: string) => string, RegExp]>([
    ["nothing", (yaml) => yaml, /^$/],
    [
      "a kind that is none",
      (yaml) => yaml.replace("clerk: person", "clerk: persn"),
      /"persn" is no kind of shop.v1\/Actor/,
    ],
    ["a field without kinds", (yaml) => yaml.replace("field: /kind", "field: /agent"), /no field "\/agent"/],
    [
      "a flag on no word",
      (yaml) => yaml.replace("ambiguous: { robot", "ambiguous: { rowboat"),
      /"rowboat" is ambiguous, but not mapped/,
    ],
    [
      "a part without a group",
      (yaml) => yaml.replace("make, series]", "make, series, year]"),
      /2 groups for 3 parts/,
    ],
    ["no regular expression", (yaml) => yaml.replace("^([a-z]+)", "^([a-z]+"), /is no regular expression/],
    [
      "a pattern that hangs",
      (yaml) => yaml.replace("^([a-z]+)-([0-9]+)$", "^((a+)+)-(b)$"),
      /can be made to hang/,
    ],
    ["an unknown key", (yaml) => yaml.replace("ambiguous:", "ambigous:"), /unknown key "ambigous"/],
  ])("names %s", async (_, edit, message) => {
    const { out } = await speaking(edit).run("check", "--only", "vocabularies", "--json");
    const { findings } = JSON.parse(out);
    expect(findings.map((one: { message: string }) => one.message).join()).toMatch(message);
  });
});
