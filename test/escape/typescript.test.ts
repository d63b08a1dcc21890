import vm from "node:vm";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tsComment, tsIdentifier, tsPropertyKey, tsString } from "../../src/escape/index.ts";
import { reserved } from "../../src/escape/reserved.ts";
import { hostileText, runs } from "./hostile-text.ts";

describe("tsComment", () => {
  it("stays inside its comment, whatever it says", () => {
    // Many at once: a process per text would take minutes.
    const texts = fc.sample(hostileText, { numRuns: runs.numRuns });
    const code = texts.map(
      (text, index) =>
        `/** ${tsComment(text)} */\nexport const a${index} = 1;\n/**\n *${tsComment(text)}\n */`,
    );
    for (const [index, piece] of code.entries()) {
      const { code: printed } = transformSync(piece, { loader: "ts", minify: true, legalComments: "none" });
      expect(printed, JSON.stringify(texts[index])).toBe(`export const a${index}=1;\n`);
    }
  });

  it("speaks to no tool", () => {
    const said = tsComment(
      "@internal x\n@ts-ignore\n//# sourceMappingURL=x\n/*@__PURE__*/ #__NO_SIDE_EFFECTS__",
    );
    expect(said).not.toMatch(/(?<!\\)@(internal|ts-ignore)|sourceMappingURL|[@#]__/);
    expect(tsComment("mail bob@example.com")).toBe("mail bob@example.com");
  });

  it("keeps honest text as it is", () => {
    expect(tsComment("One line.\r\nTwo: a/b * c — ü.")).toBe("One line.\nTwo: a/b * c — ü.");
  });

  it("does not drop a call whose comment says it is pure", () => {
    const code = `let n = 0; /** ${tsComment("@__NO_SIDE_EFFECTS__ #__NO_SIDE_EFFECTS__")} */ function f() { n++ } f(); export { n }`;
    expect(transformSync(code, { minify: true, treeShaking: true, format: "esm" }).code).toMatch(/\w\(\);/);
  });
});

describe("tsString", () => {
  it("means the text it was given", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(vm.runInNewContext(`(${tsString(text)})`)).toBe(text);
      }),
      runs,
    );
  });

  it("hides nothing and closes no script element", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tsString(text)).toMatch(/^"[^<\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]*"$/u);
      }),
      runs,
    );
  });
});

describe("tsIdentifier", () => {
  const names = fc.oneof(hostileText, fc.constantFrom(...reserved), fc.string({ maxLength: 4 }));

  it("is a name that strict code can declare", () => {
    fc.assert(
      fc.property(names, (name) => {
        const id = tsIdentifier(name);
        expect(id).toMatch(/^[A-Za-z_$][\w$]*$/);
        expect(reserved.has(id)).toBe(false);
        expect(vm.runInNewContext(`"use strict"; (() => { const ${id} = 7; return ${id}; })()`)).toBe(7);
      }),
      runs,
    );
  });

  it("never gives two names one identifier", () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        if (one !== other) expect(tsIdentifier(one)).not.toBe(tsIdentifier(other));
        const again = tsIdentifier(one);
        if (again !== one) expect(tsIdentifier(again)).not.toBe(again);
      }),
      runs,
    );
  });

  it("is the same on every machine", () => {
    expect(
      ["JobStarted", "then", "default", "a b", "é", "", "2x", "then_", "Error"].map(tsIdentifier),
    ).toMatchInlineSnapshot(`
      [
        "JobStarted",
        "then_",
        "default_",
        "a_b_x8787cc9d",
        "__x63e3c807",
        "__xe3b0c442",
        "_2x_x312e9bbf",
        "then__xeff1d7d1",
        "Error_",
      ]
    `);
  });

  it("keeps a module importable: a subject called then does not make its namespace a promise", () => {
    expect(tsIdentifier("then")).not.toBe("then");
  });
});

describe("tsPropertyKey", () => {
  it("makes one own member of exactly that name", () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const object: unknown = vm.runInNewContext(`({ ${tsPropertyKey(name)}: 7 })`);
        expect(Object.entries(Object(object))).toEqual([[name, 7]]);
      }),
      runs,
    );
    expect(Object.keys(vm.runInNewContext(`({ ${tsPropertyKey("__proto__")}: 7 })`))).toEqual(["__proto__"]);
  });

  it("also stands in a type", () => {
    for (const name of ["a", "a-b", "__proto__", "constructor", '"', "1"])
      expect(() =>
        transformSync(`type T = { ${tsPropertyKey(name)}?: string }`, { loader: "ts" }),
      ).not.toThrow();
  });
});
