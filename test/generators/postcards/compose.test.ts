import { marked, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../generators/postcards/index.ts";
import { overBudget } from "../../../src/generate/budget.ts";
import type { DocumentDeclaration } from "../../../src/generate/documents.ts";
import type { Json, JsonObject } from "../../../src/model.ts";
import { envelope, unitOf } from "./unit.ts";

const journal = unitOf(
  "shop.v1/JournalEntry",
  {
    description: "One line of the journal. Written by the shop alone.",
    properties: { seq: { type: "integer", minimum: 1, description: "Place in the journal." } },
    required: ["seq"],
    "x-invariants": ["`seq` grows by one."],
  },
  { examples: [{ seq: 1 }] },
);

const declaration: DocumentDeclaration = {
  path: "docs/planning/CARD.md",
  title: "The shop on a postcard",
  introduction: "Two sections.",
  sections: [
    {
      title: "Envelope",
      text: "What travels.",
      subjects: ["shop.v1/Envelope"],
      notes: ["No new column."],
      rules: false,
      example: undefined,
    },
    {
      title: "Journal",
      text: "What stays.",
      subjects: ["shop.v1/JournalEntry"],
      notes: ["Kept for a year."],
      rules: true,
      example: "shop.v1/JournalEntry",
    },
  ],
  crossReferences: [],
};

function headings(markdown: string): readonly string[] {
  return marked
    .lexer(markdown)
    .filter((token): token is Tokens.Heading => token.type === "heading")
    .map(({ depth, text }) => `${depth} ${text}`);
}

describe("a composed document", () => {
  const units = [envelope, journal];

  it("reads as the page that was looked at", async () => {
    await expect(composeDocument(declaration, units)).toMatchFileSnapshot("__snapshots__/composed.md");
  });

  it("has exactly the sections declared", () => {
    expect(headings(composeDocument(declaration, units))).toEqual([
      "1 The shop on a postcard",
      "2 Envelope",
      "2 Journal",
    ]);
  });

  it("links to postcards from where it lies", () => {
    expect(composeDocument(declaration, units)).toContain(
      "](../../generated/postcards/shop.v1/Envelope/v2.md)",
    );
    expect(composeDocument({ ...declaration, path: "CARD.md" }, units, "out/cards")).toContain(
      "](out/cards/shop.v1/Envelope/v2.md)",
    );
    expect(composeDocument(declaration, units)).toContain("](../../generated/postcards/shop.v1/Actor/v1.md)");
  });

  it("shows the latest version only, and says where there is none", () => {
    const older = { ...envelope, number: 1, latest: false };
    for (const units of [
      [older, envelope],
      [envelope, older],
    ]) {
      expect(composeDocument(declaration, units)).toContain("Envelope v2");
    }
    expect(composeDocument(declaration, [journal])).toContain("shop.v1/Envelope has no published version.");
  });

  it("goes over its budget when a subject grows, section by section", () => {
    expect(overBudget(composeDocument(declaration, units))).toEqual([]);
    const description = "Some words that say what it is and what it counts in, at length.";
    const padded = Array.from({ length: 60 }, (_, number): [string, Json] => [
      `pad_${number}`,
      { type: "string", description },
    ]);
    const schema: JsonObject = { properties: Object.fromEntries(padded) };
    const grown = { ...journal, schema, prose: schema };
    expect(overBudget(composeDocument(declaration, [envelope, grown])).map(({ section }) => section)).toEqual(
      ["Journal"],
    );
  });

  it("is not bent by what a declaration or a schema says", async () => {
    const nasty = "x\n\n## forged\n\n| a |\n<script>alert(1)</script>\n```";
    const [section] = declaration.sections;
    if (section === undefined) throw new Error("no section");
    const bent = {
      ...declaration,
      introduction: nasty,
      sections: [{ ...section, text: nasty, notes: [nasty] }],
    };
    const page = composeDocument(bent, [{ ...envelope, prose: { description: nasty } }]);
    expect(headings(page)).toHaveLength(2);
    expect(await marked.parse(page)).not.toContain("<script");
  });
});
