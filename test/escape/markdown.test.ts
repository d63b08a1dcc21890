import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { markdownCell, markdownCode, markdownText } from "../../src/escape/index.ts";
import { hostileText, runs } from "./hostile-text.ts";

const render = (markdown: string) => marked.parse(markdown, { gfm: true, async: false });
/** The text a reader of the page sees; all our own elements taken away. */
const noTags = (rendered: string) => rendered.replace(/<\/?(?:p|code)>/g, "");

describe("markdownText", () => {
  it("is one paragraph of plain text: no element of its own, wherever it stands", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = markdownText(text);
        expect(escaped).not.toMatch(/[\n\r]/);
        for (const [before, after] of [
          ["", ""],
          ["", " end"],
          ["begin ", " end"],
        ] as const) {
          const rendered = render(before + escaped + after).trim();
          expect(noTags(rendered)).not.toMatch(/[<>]/);
          expect(rendered.match(/<code>/g)).toBeNull();
        }
        expect(render(`- ${escaped}\n`).match(/<li>/g)).toHaveLength(1);
        expect(render(`# ${escaped} x\n\ny`).match(/<h\d>/g)).toEqual(["<h1>"]);
      }),
      runs,
    );
  });

  it("leaves nothing for a site generator to run", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const escaped of [markdownText(text), markdownCode(text), markdownCell(text)]) {
          expect(escaped).not.toMatch(/\{\\?[{%#]/);
          expect(render(escaped).replaceAll("&#123;", "{")).not.toMatch(/\{[{%#]/);
        }
      }),
      runs,
    );
  });

  it("shows the words of an honest text", () => {
    expect(render(markdownText("Bytes, a*b_c [x] <y> & `z`"))).toBe(
      "<p>Bytes, a*b_c [x] &lt;y&gt; &amp; `z`</p>\n",
    );
  });
});

describe("markdownCell and markdownCode", () => {
  it("keep one row and two cells", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const rendered = render(
          `| a | b |\n| --- | --- |\n| ${markdownCell(one)} | ${markdownCode(other)} |\n`,
        );
        expect(rendered.match(/<tr>/g)).toHaveLength(2);
        expect(rendered.match(/<td>/g)).toHaveLength(2);
        expect(rendered.match(/<code>/g)).toHaveLength(1);
        const others = rendered.replace(/<\/?(?:table|thead|tbody|tr|th|td|code)>/g, "");
        expect(others).not.toMatch(/[<>]/);
      }),
      runs,
    );
  });

  it("shows the code as it was", () => {
    const shown = (text: string) => render(markdownCode(text)).trim();
    expect(shown("job.started")).toBe("<p><code>job.started</code></p>");
    expect(shown("a*b_c")).toBe("<p><code>a*b_c</code></p>");
    // As HTML, with the characters as numbers.
    expect(shown("a|b")).toBe("<p><code>a&#124;b</code></p>");
    expect(shown("a`b")).toBe("<p><code>a&#96;b</code></p>");
    expect(shown("<&>`").replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(
      "<p><code><&>`</code></p>",
    );
  });
});
