import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { postcards } from "../../../generators/postcards/index.ts";
import type { Unit } from "../../../src/generate/contract.ts";
import { overBudget } from "../../../src/generate/budget.ts";
import type { JsonObject } from "../../../src/model.ts";
import { envelope, unitOf } from "./unit.ts";

async function page(unit: Unit): Promise<string> {
  const [file] = await postcards.files(unit, {});
  return file?.text ?? "";
}

/** Rows of the first table under a heading, cells as plain markdown. */
function table(markdown: string, heading: string): readonly (readonly string[])[] {
  const tokens = marked.lexer(markdown);
  const from = tokens.findIndex((token) => token.type === "heading" && token.text === heading);
  const found = tokens.slice(from + 1).find((token): token is Tokens.Table => token.type === "table");
  return found?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

/** The types of all tokens, in order: what a page is made of, whatever the words. */
function anatomy(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => {
    if (token.type === "table") {
      const { header, rows } = token as Tokens.Table;
      return [`table ${header.length}x${rows.length}`];
    }
    return [token.type === "heading" ? `heading ${token.depth}` : token.type];
  });
}

describe("a postcard", () => {
  it("reads as the page that was looked at", async () => {
    await expect(await page(envelope)).toMatchFileSnapshot("__snapshots__/envelope.md");
  });

  it("says of each field what it takes and whether it must be there", async () => {
    const rows = new Map(table(await page(envelope), "Fields").map(([field, ...rest]) => [field, rest]));
    expect(rows.get("`id`")?.slice(0, 2)).toEqual(["string, ULID", "yes"]);
    expect(rows.get("`type`")?.[0]).toBe('`"order_placed"`, `"order_lost"` or other');
    expect(rows.get("`cause`")?.[0]).toBe("string or null");
    expect(rows.get("`actor.role`")?.[0]).toBe('`"clerk"` or `"courier"`');
    expect(rows.get("`citations[].uri`")?.slice(0, 2)).toEqual(["string, URI", "yes"]);
    expect(rows.get("`labels`")?.slice(0, 2)).toEqual([
      "map of string to string, at most 64 characters",
      "no",
    ]);
    expect(rows.get("`secret`")?.at(-1)).toBe("v2");
  });

  it("keeps code in running text, and the spaces around it", async () => {
    const said = "`id` of it: `a|b`, or - `c` . ` not code";
    const text = await page(
      unitOf("shop.v1/Said", { properties: { it: { type: "string", description: said } } }),
    );
    const html = (await marked.parse(text)).replaceAll("&#124;", "|");
    expect(html).toContain("<code>id</code> of it: <code>a|b</code>, or - <code>c</code> . ` not code");
  });

  it("links each kind to its payload", async () => {
    expect(table(await page(envelope), "Payload by kind")).toContainEqual([
      "`order_lost`",
      "[`OrderLost`](../OrderLost/README.md)",
    ]);
  });

  it("tells which fields may grow, and the promise of the policy", async () => {
    const text = await page(envelope);
    expect(text).toContain("May grow: `type`.");
    expect(await page({ ...envelope, policy: "none" })).toContain("No promise is made");
  });

  it("warns on a withdrawn version and on one that is not the latest", async () => {
    expect(await page({ ...envelope, withdrawn: true, latest: false })).toContain("> **Withdrawn.**");
    expect(await page({ ...envelope, latest: false })).toContain("> A newer version exists");
    expect(await page(envelope)).not.toContain("> ");
  });

  it("takes the words of the draft and the structure of the version", async () => {
    const prose: JsonObject = {
      title: "Better title",
      properties: { note: { description: "Better words." } },
    };
    const schema: JsonObject = {
      title: "Title",
      properties: { note: { type: "string", description: "Words." } },
    };
    const text = await page(unitOf("shop.v1/Note", schema, { prose }));
    expect(text).toContain("Better title");
    expect(table(text, "Fields")).toEqual([["`note`", "string", "no", "Better words."]]);
  });

  it("keeps 44 alternatives on one page, one row each", async () => {
    const branches = Array.from({ length: 44 }, (_, number) => ({
      properties: {
        type: { const: `command_${number}` },
        sessionId: { type: "string", description: "x ".repeat(40) },
        options: { type: "object", properties: { deep: { type: "string" } } },
      },
      required: ["type", "sessionId"],
    }));
    const text = await page(unitOf("shop.v1/Command", { type: "object", oneOf: branches }));
    expect(table(text, "What depends on what")).toHaveLength(44);
    expect(table(text, "What depends on what")[0]).toEqual([
      '`type` is `"command_0"`',
      "`sessionId`",
      "`options`",
    ]);
    expect(overBudget(text)).toEqual([]);
  });

  it("states conditions in words", async () => {
    const schema: JsonObject = {
      properties: { status: { enum: ["ok", "failed"] }, code: { type: ["string", "null"] } },
      if: { properties: { status: { const: "failed" } }, required: ["status"] },
      then: { properties: { code: { type: "string" } }, required: ["code"] },
      oneOf: [{ required: ["result"] }, { required: ["error"] }],
      dependentRequired: { code: ["status"] },
      else: { properties: { code: false } },
    };
    const text = await page(unitOf("shop.v1/Reply", schema));
    const rows = table(text, "What depends on what");
    expect(rows).toEqual([
      ["always", "exactly one of `result`, `error`", "–", "–"],
      ['`status` is `"failed"`', "`code` (string)", "–", "–"],
      ['not: `status` is `"failed"`', "–", "–", "`code`"],
      ["`code` is there", "`status`", "–", "–"],
    ]);
    const required = new Map(table(text, "Fields").map(([field, , when]) => [field, when]));
    expect(required.get("`code`")).toBe("at times");
  });

  it("lists the values of a long enum below the fields, and what a condition leaves out", async () => {
    const commands = Array.from({ length: 20 }, (_, number) => `c${number}`);
    const condition = { properties: { type: { enum: commands.slice(2) } }, required: ["type"] };
    const schema: JsonObject = {
      properties: { type: { enum: commands } },
      required: ["type"],
      if: condition,
      then: { required: ["id"] },
    };
    const text = await page(unitOf("shop.v1/Long", schema));
    expect(text).toContain("All 20 listed values of `type`: `c0`, `c1`,");
    expect(table(text, "Fields")[0]?.[1]).toBe('`"c0"`, `"c1"`, `"c2"` or 17 more');
    expect(table(text, "What depends on what")[0]?.[0]).toBe('`type` is none of `"c0"` or `"c1"`');
  });

  it("shows a field as its schema declares it, with what `allOf` adds besides", async () => {
    const schema: JsonObject = {
      properties: { type: { enum: ["a", "b"] } },
      allOf: [{ properties: { type: { type: "string" }, id: { type: "integer" } }, required: ["type"] }],
    };
    expect(table(await page(unitOf("shop.v1/Both", schema)), "Fields")).toEqual([
      ["`type`", '`"a"` or `"b"`', "yes", "–"],
      ["`id`", "integer", "no", "–"],
    ]);
  });

  it("ends where a schema refers to itself", async () => {
    const schema: JsonObject = {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#" } } },
    };
    const fields = table(await page(unitOf("shop.v1/Tree", schema)), "Fields").map(([field]) => field);
    expect(fields).toEqual(["`name`", "`children`"]);
  });

  it("shows properties named like keywords and like members of Object.prototype", async () => {
    const names = ["items", "const", "type", "definitions", "constructor", "toString", "__proto__", ""];
    const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
    Object.defineProperty(properties, "__proto__", { value: { type: "string" }, enumerable: true });
    const fields = table(await page(unitOf("shop.v1/Odd", { properties })), "Fields").map(([field]) => field);
    expect(fields).toHaveLength(names.length);
    for (const name of names.filter((name) => name !== "")) expect(fields).toContain(`\`${name}\``);
  });

  it("prefers an example that fits the page", async () => {
    const long = { list: Array.from({ length: 80 }, (_, number) => number) };
    const text = await page(unitOf("shop.v1/Long", { type: "object" }, { examples: [long, { list: [7] }] }));
    expect(text).toContain('"list": [\n    7\n  ]');
    expect(text).not.toContain("79");
  });
});

describe("what the namespace says", () => {
  const settings: JsonObject = {
    channel: { grammar: "<tenant>.<topic>", examples: { valid: ["acme.orders"] } },
    streams: {
      journal: { description: "What happened.", files: "**/j.ndjson", retention: { mode: "keep" } },
    },
    mappings: [{ from: "shop.v1/Note", to: "pay.v1/Note", lost: ["/text"] }],
    tombstones: [
      { name: "old_name", reason: "renamed" },
      { name: "gone", reason: "unused", subject: "Note" },
    ],
    vocabularies: {
      who: {
        subject: "shop.v1/Note",
        sources: [
          {
            name: "log",
            where: "old logs",
            map: { bot: "service", agent: "llm" },
            ambiguous: { agent: "may be either" },
            rules: [{ pattern: "^u:", kind: "human" }],
            otherwise: "unknown",
          },
        ],
      },
    },
  };
  const note = unitOf("shop.v1/Note", { type: "object" }, { settings });

  it("stands on the page of the namespace", () => {
    const text = postcards.index?.([note], {})[1]?.text;
    expect(text).toContain("Channels are named `<tenant>.<topic>`, such as `acme.orders`.");
    expect(text).toContain("Stream `journal` in `**/j.ndjson` (retention: keep). What happened.");
    expect(text).toContain("Mapping `shop.v1/Note` to `pay.v1/Note` loses `text`.");
    expect(text).toContain("`old_name` (renamed), `gone` (unused).");
  });

  it("stands on a subject's page where it is about that subject", async () => {
    expect(await page(note)).toContain("may not come back: `gone` (unused).");
    expect(await page({ ...note, subject: "shop.v1/Other" })).not.toContain("gone");
    expect(table(await page(note), "Other vocabularies")).toEqual([
      ["log (old logs)", "`bot`", "`service`", "–"],
      ["log (old logs)", "`agent`", "`llm`", "ambiguous: may be either"],
      ["log (old logs)", "like `^u:`", "`human`", "–"],
      ["log (old logs)", "any other", "`unknown`", "–"],
    ]);
  });
});

describe("hostile text", () => {
  const nasty = [
    "a | b | c",
    "# heading\n\n## Fields\n\n| x |",
    "```\n## out of the fence\n```",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](http://x/y.png)",
    "{{constructor}} {% include x %} {{{this}}}",
    "\u001b[31mred\u001b[0m \u202etxet\u202c \u2028line",
    "`unclosed \\` ``two`` \\",
    "--- \n***\n> quote\n- list\n1. one",
    "&lt;b&gt; &amp; <!-- comment",
  ];

  function hostile(text: string): Unit {
    const schema: JsonObject = {
      title: text,
      description: text,
      properties: {
        plain: { type: "string", description: text, pattern: text },
        [text]: { enum: [text, "other"], description: text },
        fixed: { const: text },
        open: { anyOf: [{ enum: [text] }, { type: "string" }] },
        odd: { type: "string", format: text, "x-redact": text, "x-storage": { column: text } },
      },
      oneOf: [{ title: text, properties: { kind: { const: text } } }, { title: text }],
      "x-invariants": [text],
    };
    return unitOf("shop.v1/Hostile", schema, {
      examples: [{ text }],
      namespaceTitle: text,
      settings: { owners: [text], description: text },
      policy: text,
      binding: { discriminator: `/${text}`, payload: "/payload", map: { [text]: text } },
    });
  }

  it.each(nasty)("leaves the page as it is built: %j", async (text) => {
    const tame = anatomy(marked.lexer(await page(hostile("tame"))));
    const markdown = await page(hostile(text));
    // A description with a blank line in it is two paragraphs by right.
    const paragraphs = text.split(/\n\s*\n/).length;
    const expected = tame.flatMap((type, index) =>
      index === tame.indexOf("paragraph")
        ? Array(paragraphs).fill(["paragraph", "space"]).flat().slice(0, -1)
        : [type],
    );
    expect(anatomy(marked.lexer(markdown))).toEqual(expected);
  });

  it.each(nasty)("is never live: %j", async (text) => {
    const html = await marked.parse(await page(hostile(text)));
    const elements = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    for (const name of ["script", "img", "b"]) expect(elements).not.toContain(name);
    for (const [, target, label] of html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/gs)) {
      // A bare web address becomes a link by itself, and shows where it leads.
      if (target !== label) expect(target).toMatch(/^(\.\.\/)*[A-Za-z0-9._/-]+$/);
    }
    expect(html).not.toContain("{{");
    expect(html).not.toContain("{%");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2028]/);
  });

  it("keeps every table rectangular, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), async (text) => {
        const tokens = marked.lexer(await page(hostile(text)));
        const fields = tokens.filter((token): token is Tokens.Table => token.type === "table")[0];
        expect(fields?.header.map((cell) => cell.text)).toEqual(["field", "type", "required", "meaning"]);
        expect(
          new Set(
            tokens
              .filter((token): token is Tokens.Heading => token.type === "heading")
              .map(({ depth }) => depth),
          ),
        ).toEqual(new Set([1, 2]));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the indexes", () => {
  it("list the latest version of each subject and all versions of one", () => {
    const older: Unit = { ...envelope, address: "shop.v1/Envelope@1", number: 1, latest: false };
    const files = new Map(postcards.index?.([older, envelope], {}).map(({ path, text }) => [path, text]));
    expect([...files.keys()]).toEqual(["README.md", "shop.v1/README.md", "shop.v1/Envelope/README.md"]);
    expect(files.get("shop.v1/README.md")).toContain("[`Envelope`](Envelope/v2.md)");
    const withdrawn = [
      { ...older, latest: true },
      { ...envelope, withdrawn: true, latest: false },
    ];
    expect(postcards.index?.(withdrawn, {})[1]?.text).toContain("[`Envelope`](Envelope/v1.md)");
    expect(files.get("shop.v1/Envelope/README.md")).toMatch(/\[`v2`\].*\[`v1`\]/s);
  });
});
