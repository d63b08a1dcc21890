import { describe, expect, it } from "vitest";
import { postcards } from "../../generators/postcards/index.ts";
import type { Unit } from "../../src/generate/contract.ts";
import { measurePostcard, overBudget } from "../../src/generate/budget.ts";
import type { JsonObject } from "../../src/model.ts";
import { envelope } from "../generators/postcards/unit.ts";

async function page(unit: Unit): Promise<string> {
  const [file] = await postcards.files(unit, {});
  return file?.text ?? "";
}

describe("the page budget", () => {
  it("measures sections as a reader sees them", () => {
    const text = "# Page\n\none two\n\n## First\n\n```md\n## not a heading\n```\n\n## Second\n\n| a | - |\n";
    expect(measurePostcard(text)).toEqual([
      { section: "Page", lines: 3, words: 3 },
      { section: "First", lines: 5, words: 5 },
      { section: "Second", lines: 3, words: 2 },
    ]);
  });

  it("names the section and by how much it is over", async () => {
    expect(overBudget(await page(envelope))).toEqual([]);
    const padded = Array.from({ length: 15 }, (_, number) => [
      `padding_${number}`,
      { type: "string", description: `${"more and more words ".repeat(12)}here.` },
    ]);
    const properties = {
      ...((envelope.schema as JsonObject).properties as JsonObject),
      ...Object.fromEntries(padded),
    };
    const schema = { ...(envelope.schema as JsonObject), properties };
    const [overrun, ...rest] = overBudget(await page({ ...envelope, schema, prose: schema }));
    expect(rest).toEqual([]);
    expect(overrun?.section).toBe("Fields");
    expect(overrun?.overrun).toMatch(/^\d+ words over$/);
    expect(overBudget("## Long\n\nword\n", { maxLines: 2, maxWords: 1 })[0]?.overrun).toBe(
      "1 line and 1 word over",
    );
  });
});
