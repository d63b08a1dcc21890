import { describe, expect, it } from "vitest";
import { compileTemplate, type Escaped, escaping, joinEscaped, ours } from "../../src/generate/templates.ts";

const shout = escaping((text) => text.toUpperCase());

/** What is printed; nothing where it is refused. */
function attempt(render: () => string): string {
  try {
    return render();
  } catch {
    return "";
  }
}

describe("templates", () => {
  it("print what an escape function made, and nothing on top", () => {
    const render = compileTemplate<{ name: Escaped }>("<{{name}}>");
    expect(render({ name: shout("a&b") })).toBe("<A&B>");
    expect(render({ name: joinEscaped([ours`x`, shout("y")], "-") })).toBe("<x-Y>");
  });

  it("take no unescaped text, by their types", () => {
    const render = compileTemplate<{ name: Escaped }>("{{name}}");
    // @ts-expect-error: a string that went through no escape function
    expect(render({ name: "raw" })).toBe("raw");
    // @ts-expect-error: our own words take only escaped pieces
    expect(ours`a ${"raw"}`).toBe("a raw");
  });

  it("refuse names the view lacks, members of prototypes, and helpers beyond the three", () => {
    const lacking = compileTemplate<{ name: Escaped }>("{{other}}");
    expect(() => lacking({ name: shout("x") })).toThrow(/other/);
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      const render = compileTemplate<{ name: Escaped }>(`{{${name}}}`);
      expect(attempt(() => render({ name: shout("x") }))).toBe("");
    }
    for (const template of [
      "{{lookup this 'name'}}",
      "{{log name}}",
      "{{#with name}}x{{/with}}",
      "{{> partial}}",
    ]) {
      expect(() => compileTemplate<{ name: Escaped }>(template)({ name: shout("x") })).toThrow();
    }
  });

  it("treat braces in values as text", () => {
    const render = compileTemplate<{ name: Escaped }>("{{name}}");
    expect(render({ name: shout("{{constructor}}") })).toBe("{{CONSTRUCTOR}}");
  });
});
