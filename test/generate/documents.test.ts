import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { missingLinks } from "../../src/generate/cross-references.ts";
import { readDocuments } from "../../src/generate/documents.ts";
import type { JsonObject, Namespace } from "../../src/model.ts";

function namespace(settings: JsonObject): Namespace {
  return {
    name: "shop.v1",
    document: {
      file: "registry/shop.v1/namespace.yaml",
      text: "",
      value: settings,
      place: () => ({ file: "registry/shop.v1/namespace.yaml", line: 3, column: 5 }),
    },
    title: "Shop",
    description: "",
    owners: [],
    policy: "additive",
    successorOf: undefined,
    tombstones: [],
    settings,
  };
}

describe("declared documents", () => {
  it("name subjects with or without their namespace", () => {
    const sections = [
      { title: "One", subjects: ["Envelope", "pay.v1/Bill"], notes: ["a"], example: "Envelope" },
    ];
    const [document] = readDocuments(namespace({ documents: [{ path: "docs/CARD.md", sections }] }));
    expect(document?.sections[0]).toMatchObject({
      subjects: ["shop.v1/Envelope", "pay.v1/Bill"],
      example: "shop.v1/Envelope",
      rules: false,
    });
    expect(readDocuments(namespace({}))).toEqual([]);
  });

  it("are as docs/documents.md shows them", () => {
    const [, example = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/documents.md", "utf8")) ?? [];
    const [document] = readDocuments(namespace(parse(example)));
    expect(document?.sections.map(({ subjects }) => subjects.length)).toEqual([5, 1]);
    expect(document?.crossReferences).toEqual([
      { file: "docs/planning/TARGET_ARCHITECTURE.md", heading: "Key Open Questions" },
    ]);
  });

  it.each([
    [{ path: "../CARD.md" }, "/documents/0/path"],
    [{ path: "/etc/CARD.md" }, "/documents/0/path"],
    [{ path: "CARD.txt" }, "/documents/0/path"],
    [{ sections: [] }, "/documents/0"],
    [{ path: "CARD.md", sections: [{}] }, "/documents/0/sections/0"],
    [{ path: "CARD.md", sections: ["x"] }, "/documents/0/sections/0"],
    [{ path: "CARD.md", sections: [{ title: "One", subjects: [1] }] }, "/documents/0/sections/0/subjects/0"],
    [{ path: "CARD.md", crossReferences: {} }, "/documents/0/crossReferences"],
  ])("are refused where they are wrong: %j", (document, pointer) => {
    expect(() => readDocuments(namespace({ documents: [document] }))).toThrow(
      expect.objectContaining({ code: "MALFORMED", place: expect.objectContaining({ pointer, line: 3 }) }),
    );
  });
});

describe("cross references", () => {
  const reference = { file: "docs/planning/TARGET.md", heading: "Key Open Questions" };
  const check = (text: string | undefined, heading: string | null = reference.heading) =>
    missingLinks(
      { path: "docs/planning/CARD.md", crossReferences: [{ ...reference, heading: heading ?? undefined }] },
      () => text,
    );
  const linked =
    "# Target\n\n## Key Open Questions\n\n1. Answered by [the card](CARD.md#envelope).\n\n## Next\n";

  it("are kept by a link under the heading, however it is written", () => {
    expect(check(linked)).toEqual([]);
    expect(check(linked.replace("CARD.md#envelope", "../planning/./CARD.md"))).toEqual([]);
    expect(check(linked.replace("CARD.md#envelope", "/docs/planning/CARD.md 'Card'"))).toEqual([]);
    expect(check(`${linked.replace("(CARD.md#envelope)", "[card]")}\n`, null)).toHaveLength(1);
    expect(check("[card]: CARD.md\n", null)).toEqual([]);
  });

  it("are broken by a missing file, heading or link", () => {
    expect(check(undefined)[0]?.message).toBe('"docs/planning/TARGET.md" does not exist');
    expect(check("# Target\n")[0]?.message).toBe(
      '"docs/planning/TARGET.md" has no heading "Key Open Questions"',
    );
    const elsewhere = "## Key Open Questions\n\n1. Open.\n\n## Next\n\n[card](CARD.md)\n";
    expect(check(elsewhere)[0]).toMatchObject({ line: 1, message: expect.stringContaining("has no link") });
    expect(check("## Key Open Questions\n\n```\n[card](CARD.md)\n```\n")).toHaveLength(1);
  });

  it("are broken by a link that leads elsewhere", () => {
    expect(check(linked.replace("CARD.md", "../CARD.md"))[0]).toMatchObject({
      line: 5,
      message: 'the link to "../CARD.md#envelope" leads to "docs/CARD.md", not to "docs/planning/CARD.md"',
    });
  });
});
