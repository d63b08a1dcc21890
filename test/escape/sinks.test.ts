import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ciCommand, ciLine, html, sqlIdentifier, sqlString, terminal } from "../../src/escape/index.ts";
import { hostileText, runs } from "./hostile-text.ts";

const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

describe("terminal", () => {
  it("is one line without anything a terminal obeys or hides", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(terminal(text).replaceAll("\t", "")).not.toMatch(unseen);
      }),
      runs,
    );
  });

  it("shows what was there", () => {
    expect(terminal("a\u001b[31mb\nc\u202e")).toBe("a\\u{1b}[31mb\\u{a}c\\u{202e}");
    expect(terminal("naïve 漢字 😀")).toBe("naïve 漢字 😀");
  });
});

describe("ciCommand", () => {
  it("is one line that GitHub reads back as level, place and message", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (file, message) => {
        const line = ciCommand("error", { file, line: 3 }, message);
        const [, level, properties = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
        expect(level).toBe("error");
        const read = properties.split(",").map((property) => property.split("="));
        expect(read.map(([name]) => name)).toEqual(["file", "line"]);
        expect(decode(data).split("\n")).toEqual(message.split(/\r\n|\r|\n/).map(terminal));
        expect(decode(properties.slice("file=".length, properties.lastIndexOf(",")))).toBe(terminal(file));
      }),
      runs,
    );
  });

  it("leaves out a place that is not known", () => {
    expect(ciCommand("notice", {}, "a\nb 100%")).toBe("::notice::a%0Ab 100%25");
  });

  it("logs a line that is no command", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(ciLine(text)).not.toMatch(/^\s*::|##\[|##vso\[/i);
      }),
      runs,
    );
  });
});

/** As the runner does: the last replacement is the percent sign. */
function decode(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

describe("html", () => {
  it("holds no character that means something to HTML, in text or in a quoted attribute", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(html(text)).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
      }),
      runs,
    );
    expect(html(`<a href="x">'&'</a>`)).toBe("&lt;a href&#61;&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  });
});

describe("sqlIdentifier and sqlString", () => {
  it("are one token each", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(sqlIdentifier(text)).toMatch(/^"(?:[^"\0]|"")+"$/);
        expect(sqlString(text)).toMatch(/^'(?:[^'\0]|'')*'$/);
        expect(Buffer.byteLength(sqlIdentifier(text).slice(1, -1).replaceAll('""', '"'))).toBeLessThanOrEqual(
          63,
        );
      }),
      runs,
    );
  });

  it("keep long names apart", () => {
    const long = "n".repeat(70);
    expect(sqlIdentifier(`${long}a`)).not.toBe(sqlIdentifier(`${long}b`));
    expect(sqlIdentifier('a"b')).toBe('"a""b"');
    expect(sqlString("it's")).toBe("'it''s'");
  });
});
