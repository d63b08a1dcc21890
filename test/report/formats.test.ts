import { readdirSync } from "node:fs";
import { Ajv } from "ajv";
import { marked, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model.ts";
import { type ReportFormat, reportFormats, type Style, textReport } from "../../src/report/index.ts";
import { clean, findingOf, findings, hostile, nasty, removed, summary } from "./findings.ts";

const plain: Style = { color: false, width: 80 };

function format(name: string): ReportFormat {
  const found = reportFormats.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no format ${name}`);
  return found;
}

function render(name: string, found: readonly Finding[] = findings, said = summary): string {
  return format(name).render(found, said, plain);
}

describe("the list of formats", () => {
  it("is the folder", () => {
    const files = readdirSync(new URL("../../src/report/formats", import.meta.url));
    expect(reportFormats.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it.each(reportFormats.map(({ name }) => name))(
    "%s prints what was looked at, in the same way in any order",
    async (name) => {
      const extension = { markdown: "md", junit: "xml", text: "txt", github: "txt" }[name] ?? "json";
      await expect(render(name)).toMatchFileSnapshot(`__snapshots__/${name}.${extension}`);
      expect(render(name, findings.toReversed())).toBe(render(name));
      expect(render(name)).toMatch(/[^\n]\n$/);
    },
  );

  it.each(reportFormats.map(({ name }) => name))("%s has something to say where nothing is wrong", (name) => {
    expect(format(name).render([], clean, plain)).not.toContain("PROPERTY_REMOVED");
  });
});

describe("text", () => {
  it("tells findings of one rule together, worst subject first", () => {
    const text = render("text");
    expect(text.indexOf("PROPERTY_REMOVED")).toBeLessThan(text.indexOf("DESCRIPTION_MISSING"));
    expect(text.match(/DESCRIPTION_MISSING/g)).toHaveLength(1);
    expect(text.indexOf('"agent" has no')).toBeLessThan(text.indexOf('"role" has no'));
  });

  it("names place, direction, witness, why and fix", () => {
    const text = textReport([removed], plain);
    for (const part of [
      "registry/shop.v1/OrderPlaced/schema.json:14:3",
      "an old reader cannot read new data",
      '{"placedAt":"2026-01-02T03:04:05Z"}',
      'the document: must have "order"',
      "why     Readers",
      "fix     keep",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("wraps at the width it is given and colours only on request", () => {
    expect(
      Math.max(
        ...render("text")
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(render("text")).not.toContain("\u001b");
    expect(format("text").render(findings, summary, { ...plain, color: true })).toContain(
      "\u001b[31merror\u001b[0m",
    );
  });

  it("breaks a long witness after commas, so that it can still be copied", () => {
    const instance = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`member_${index}`, `a, "quoted", value ${index}`]),
    );
    const witness = { instance, acceptedBy: "a", rejectedBy: "b", errors: [] };
    const text = textReport([{ ...removed, witness }], plain);
    const [, shown = ""] = /witness ([\s\S]*?)\n +accepted by/.exec(text) ?? [];
    expect(shown.split("\n").length).toBeGreaterThan(3);
    expect(JSON.parse(shown)).toEqual(instance);
  });

  describe("of one edit that breaks both directions", () => {
    const back: Finding = {
      ...removed,
      direction: "backward",
      witness: { instance: { old: 1 }, acceptedBy: "the old", rejectedBy: "the new", errors: [] },
    };

    it("tells once, with both directions and both witnesses, old data first", () => {
      const text = textReport([removed, back], plain);
      for (const once of ["schema.json:14:3", "was removed", "id      3fa2b81c09de", "fix     keep"])
        expect(text.split(once), once).toHaveLength(2);
      expect(text).toMatch(/a new reader.*"old":1.*by the new.*an old reader.*"placedAt".*\bid /s);
      expect(textReport([back, removed], plain)).toBe(text);
    });

    it.each<readonly [string, Partial<Finding>]>([
      ["the id", { fingerprint: "aaaaaaaaaaaa" }],
      ["the place", { line: 15 }],
      ["the version before", { from: "shop.v1/OrderPlaced@0" }],
      ["the words", { message: 'property "other" was removed' }],
      ["the fix", { fix: "something else" }],
    ])("tells apart where %s is another", (_, other) => {
      expect(textReport([removed, { ...back, ...other }], plain).split("id      ")).toHaveLength(3);
    });

    it.each(["json", "sarif", "gitlab", "junit", "github"])("%s tells each", (name) => {
      const told = (found: readonly Finding[]) => render(name, found).split("was removed").length;
      expect(told([removed, back])).toBeGreaterThan(told([removed]));
    });
  });

  it("says where a finding was in the old schema", () => {
    const oldPlace = { file: "registry/shop.v1/OrderPlaced/versions/1.json", line: 3, column: 4 };
    for (const name of ["text", "markdown"])
      expect(render(name, [{ ...removed, oldPlace }])).toContain(`${oldPlace.file}:3:4`);
  });

  it.each(nasty)("never acts on the terminal: %j", (text) => {
    const printed = render("text", [hostile(text)]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
    expect(printed).not.toMatch(/^::/m);
  });
});

describe("json", () => {
  it("is one object with its format first and no clock in it", () => {
    const answer = JSON.parse(render("json"));
    expect(Object.keys(answer)).toEqual(["format", "findings", "summary"]);
    expect(answer.format).toBe("waybill.check/1");
    expect(answer.summary).toMatchObject({
      errors: 1,
      warnings: 2,
      infos: 1,
      failed: true,
      subjects: 3,
      versions: 5,
    });
    expect(render("json")).not.toContain("milliseconds");
    expect(answer.findings[0]).toEqual(removed);
  });

  it.each(nasty)("gives back any text: %j", (text) => {
    expect(JSON.parse(render("json", [hostile(text)])).findings[0].why).toBe(text);
  });
});

describe("github", () => {
  it("annotates ten of a level, the worst first, and counts the rest", () => {
    const many = Array.from({ length: 13 }, (_, number) =>
      findingOf({ rule: "R", severity: "error", line: number }),
    );
    const lines = render("github", [...findings, ...many]).split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(2);
    expect(lines).toContain("4 more errors not annotated: see the report.");
    expect(lines[0]).toMatch(/^::error /);
  });

  it.each(nasty)("is one command a finding, whatever the text: %j", (text) => {
    const lines = render("github", [hostile(text)])
      .split(/\r|\n/)
      .filter((line) => line.startsWith("::"));
    expect(lines).toHaveLength(1);
    const [, properties = ""] = /^::error (.*?)::/s.exec(lines[0] ?? "") ?? [];
    expect(properties.split(",").map((property) => property.split("=")[0])).toEqual([
      "file",
      "line",
      "col",
      "title",
    ]);
  });
});

describe("gitlab", () => {
  it("gives each entry a fingerprint of its own", () => {
    const entries = JSON.parse(render("gitlab", [removed, removed]));
    expect(entries.map((entry: { fingerprint: string }) => entry.fingerprint)).toEqual([
      "3fa2b81c09de",
      "3fa2b81c09de-2",
    ]);
    expect(entries[0]).toMatchObject({
      severity: "major",
      location: { path: removed.file, lines: { begin: 14 } },
    });
  });
});

describe("junit", () => {
  it.each(["nothing special", ...nasty])("is well-formed: %j", (text) => {
    const document = render("junit", [hostile(text)]);
    expect(elements(document)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "testcase",
      "testsuite",
      "testcase",
      "failure",
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of these
    expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  });

  it("counts errors as failures and the rest as passing", () => {
    expect(render("junit")).toContain('tests="6" failures="1"');
  });
});

/** The names of all elements, in order. @throws Error where the document is not well-formed. */
function elements(document: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  const tag = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|<\?xml[^?]*\?>|([^<]+)/gy;
  while (tag.lastIndex < document.length) {
    const match = tag.exec(document);
    if (match === null) throw new Error("not XML");
    const [, closing, name = "", attributes = "", selfClosing, characters = ""] = match;
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(attributes + characters)) throw new Error("a bare ampersand");
    if (name === "") continue;
    if (closing === "/" && open.pop() !== name) throw new Error(`</${name}> closes another element`);
    if (closing === "") names.push(name);
    if (closing === "" && selfClosing === "") open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} left open`);
  return names;
}

describe("sarif", () => {
  const text = { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } };
  const location = {
    type: "object",
    properties: {
      physicalLocation: {
        required: ["artifactLocation"],
        properties: {
          artifactLocation: {
            required: ["uri"],
            properties: { uri: { type: "string", format: "uri-reference" } },
          },
          region: {
            required: ["startLine"],
            properties: { startLine: { minimum: 1 }, startColumn: { minimum: 1 } },
          },
        },
      },
      logicalLocations: { type: "array", items: { required: ["fullyQualifiedName"] } },
    },
  };
  const result = {
    required: ["ruleId", "ruleIndex", "level", "message", "partialFingerprints"],
    properties: {
      level: { enum: ["none", "note", "warning", "error"] },
      message: text,
      locations: { items: location },
    },
  };
  const run = {
    required: ["tool", "results"],
    properties: {
      tool: {
        required: ["driver"],
        properties: {
          driver: {
            required: ["name", "rules"],
            properties: {
              rules: {
                uniqueItems: true,
                items: { required: ["id"], properties: { fullDescription: text } },
              },
            },
          },
        },
      },
      columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
      results: { type: "array", items: result },
    },
  };
  /** What section 3 of the standard asks of the members that are written. */
  const validate = new Ajv({
    strict: false,
    formats: { "uri-reference": /^[A-Za-z0-9._~%!$&'()*+,;=@/-]+$/ },
  }).compile({
    required: ["version", "runs"],
    properties: { version: { const: "2.1.0" }, runs: { type: "array", items: run } },
  });

  it.each([findings, [], ...nasty.map((said) => [hostile(said)])])(
    "has the shape of the standard (%#)",
    (...found) => {
      const log = JSON.parse(render("sarif", found));
      validate(log);
      expect(validate.errors).toBeNull();
      for (const one of log.runs[0].results) {
        expect(log.runs[0].tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId);
      }
    },
  );
});

describe("markdown", () => {
  it("starts with the mark of the comment and tells who upgrades first", () => {
    const comment = render("markdown");
    expect(comment.startsWith("<!-- waybill check -->\n")).toBe(true);
    const table = marked.lexer(comment).find((token): token is Tokens.Table => token.type === "table");
    expect(table?.rows[0]?.map((cell) => cell.text)).toEqual([
      "`shop.v1/OrderPlaced`",
      "1 → 2",
      "✅ read",
      "❌ breaks",
      "readers first",
      "[page](generated/postcards/shop.v1/OrderPlaced/v2.md)",
    ]);
  });

  it("stays a comment that can be posted", () => {
    const many = Array.from({ length: 2000 }, (_, line) => ({ ...removed, line, fingerprint: `${line}` }));
    const comment = render("markdown", many);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toMatch(/… and \d+ more findings/);
  });

  it("counts texts that changed, folds notes away, and shows a break that was taken on", () => {
    const annotation = (keyword: string, at: string) =>
      ({
        rule: "ANNOTATION_CHANGED",
        effect: "none",
        message: `at "${at}": annotation "${keyword}" changed`,
        oldPointer: `/properties/${at}/${keyword}`,
        newPointer: `/properties/${at}/${keyword}`,
      }) as const;
    const [first] = summary.comparisons ?? [];
    if (first === undefined) throw new Error("no comparison");
    const changes = [
      annotation("description", "a"),
      annotation("title", "a"),
      annotation("description", "b"),
    ];
    const comparisons = [{ ...first, changes }];
    const added = findingOf({ rule: "PROPERTY_ADDED_OPTIONAL", severity: "info", subject: first.subject });
    const taken = findingOf({ ...removed, severity: "info", message: "accepted by shop: it is gone" });
    const comment = render("markdown", [added, taken], { ...summary, comparisons });
    expect(comment).toContain("- `shop.v1/OrderPlaced` texts changed: 2 description, 1 title");
    expect(comment.match(/^### .*/gm)).toEqual(["### ℹ️ `shop.v1/OrderPlaced` accepted by shop: it is gone"]);
    expect(render("text", [added], { ...summary, comparisons })).toContain(
      "  1 → 2, roll out readers first, texts changed: 2 description, 1 title\n",
    );
  });

  it("shows names between backticks as code", () => {
    const comment = render("markdown", [
      findingOf({ rule: "R", severity: "error", fix: "run `waybill *generate*` and *commit*" }),
    ]);
    expect(comment).toContain("**Fix:** run `waybill *generate*` and \\*commit\\*");
  });

  it.each(nasty)("keeps its form: %j", async (text) => {
    const one = {
      subject: text,
      from: text,
      to: text,
      backward: "compatible",
      forward: "compatible",
      postcard: text,
    } as const;
    const change = {
      rule: "R",
      effect: "widens",
      message: text,
      oldPointer: undefined,
      newPointer: text,
    } as const;
    const comment = render("markdown", [hostile(text)], {
      ...summary,
      comparisons: [{ ...one, changes: [change] }],
    });
    const headings = marked
      .lexer(comment)
      .filter((token): token is Tokens.Heading => token.type === "heading");
    expect(headings.map(({ depth }) => depth)).toEqual([2, 3]);
    const html = await marked.parse(comment);
    expect(html.match(/<details>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(script|img|h1)|href="javascript/);
    expect(html.replace(/<pre>.*?<\/pre>|<code>.*?<\/code>/gs, "")).not.toMatch(/@someone/);
  });
});
