import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/index.ts";

interface Group {
  readonly schema: { readonly format?: string };
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const suite = join(process.env.WAYBILL_DATA ?? "../shared/data", "json-schema-test-suite");
const folder = (dialect: string) => join(suite, dialect, "optional/format");
const present = existsSync(folder("draft2020-12"));

describe(present ? "official format tests" : "official format tests (skipped: suite not present)", () => {
  it.skipIf(!present).each(["draft2020-12", "draft2019-09", "draft7", "draft6", "draft4"])(
    "%s: every one",
    (dialect) => {
      const wrong: string[] = [];
      let count = 0;
      for (const file of readdirSync(folder(dialect))) {
        const groups: readonly Group[] = JSON.parse(readFileSync(join(folder(dialect), file), "utf8"));
        for (const { schema, tests } of groups) {
          const format = formats.get(schema.format ?? "");
          for (const test of tests) {
            count++;
            const accepted = typeof test.data !== "string" || (format?.(test.data) ?? true);
            if (accepted !== test.valid) wrong.push(`${file}: ${test.description}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(200);
    },
  );
});
