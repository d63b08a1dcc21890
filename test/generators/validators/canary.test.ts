import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { emitValidator } from "../../../generators/validators/index.ts";
import type { Json, Schema } from "../../../src/model.ts";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

const attack = "globalThis.canary=1";
const texts = [
  `"+(${attack})+"`,
  `\`\${${attack}}\``,
  `');${attack};//`,
  `*/${attack};/*`,
  `\n${attack}\n`,
  `\u2028${attack}\u2029`,
  `\\";${attack};//`,
  `</script><script>${attack}</script>`,
  `\${${attack}}`,
  `/;${attack};/`,
  `[/]/;${attack}`,
];

/** A schema that puts a text wherever a schema may hold one. */
function everywhere(text: string): Schema {
  const named = (value: Json): Json => JSON.parse(`{${JSON.stringify(text)}: ${JSON.stringify(value)}}`);
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const pointer = encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));
  return {
    title: text,
    description: text,
    $comment: text,
    type: "object",
    properties: named({ enum: [text, named(text)], default: text, format: text }),
    patternProperties: JSON.parse(`{${JSON.stringify(escaped)}: {"minLength": 1}}`),
    required: [text],
    dependentRequired: named([text]),
    dependentSchemas: named({ required: [text] }),
    propertyNames: { pattern: escaped, maxLength: 500 },
    const: named(text),
    anyOf: [{ const: text }, { $ref: `#/$defs/${pointer}` }],
    $defs: named({ type: "object" }),
    "x-kinds": text,
  };
}

describe("schema text", () => {
  it("stays text: importing and running what is emitted never sets the canary", () => {
    const names: string[] = [];
    for (const [at, text] of texts.entries()) {
      folder.write(emitValidator(everywhere(text), { name: "Thing", path: `canary${at}` }));
      names.push(`canary${at}`);
    }
    const script = `
      for (const name of ${JSON.stringify(names)}) {
        const module = await import("./" + name + ".js");
        for (const value of [{}, { a: 1 }, "x", null, ...${JSON.stringify(texts)}.map((text) => ({ [text]: text }))]) {
          module.isThing(value);
          module.validateThing(value);
          module.validateWriteThing(value);
        }
      }
      process.stdout.write(String(globalThis.canary));`;
    writeFileSync(join(folder.folder, "run.js"), script);
    // Without eval and Function: what is emitted runs under the strictest content security policy.
    const flags = ["--disallow-code-generation-from-strings", join(folder.folder, "run.js")];
    expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("undefined");
  });

  it("is the same member, whatever it says", async () => {
    for (const text of texts) {
      const validator = await folder.load({
        required: [text],
        properties: JSON.parse(`{${JSON.stringify(text)}: {"const": ${JSON.stringify(text)}}}`),
      });
      expect(validator.isThing({ [text]: text })).toBe(true);
      expect(validator.isThing({ [text]: `${text} ` })).toBe(false);
    }
  });

  it("is refused as a name", () => {
    for (const name of [...texts, "", "a-b", "1", "a b"]) {
      expect(() => emitValidator(true, { name, path: "thing" })).toThrow("cannot be the name of a validator");
    }
  });

  it("of any kind gives a module that can be read", async () => {
    const drawn = fc.sample(fc.string({ unit: "binary" }), { seed: 11, numRuns: 40 });
    for (const text of drawn) {
      const validator = await folder.load({ enum: [text, 1], properties: { a: { const: text } } });
      expect(validator.isThing(text)).toBe(true);
    }
  });
});
