import { describe, expect, it } from "vitest";
import { namespaceYaml, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const card = "docs/planning/ORDER_POSTCARD.md";
const target = "docs/planning/TARGET_ARCHITECTURE.md";
const declared = `${namespaceYaml}documents:
  - path: ${card}
    title: Orders on a postcard
    sections:
      - { title: The order, subjects: [OrderPlaced], notes: ["Kept for a year."] }
      - { title: Who acts, subjects: [Actor] }
    crossReferences:
      - { file: ${target}, heading: Key Open Questions }
`;
const linked = "# Target\n\n## Key Open Questions\n\n1. The form of an order: [here](ORDER_POSTCARD.md).\n";

async function shop(yaml: string, more: Readonly<Record<string, unknown>> = {}): Promise<Scratch> {
  const made = await published();
  made.write({ "registry/shop.v1/namespace.yaml": yaml, [target]: linked, ...more });
  return made;
}

async function found(made: Scratch) {
  const { code, out } = await made.run("check", "--only", "documents", "--json");
  const { findings } = JSON.parse(out);
  return {
    code,
    findings: findings.map(({ rule, message }: Record<string, string>) => `${rule}: ${message}`),
  };
}

describe("a declared page", () => {
  it("is written with the rest, has its sections and no others, and is clean then", async () => {
    const made = await shop(declared);
    expect((await found(made)).findings).toEqual([`DOCUMENT_DRIFT: "${card}" is missing`]);
    expect((await made.run("generate")).code).toBe(0);
    expect(made.read(card).match(/^## .*$/gm)).toEqual(["## The order", "## Who acts"]);
    expect(made.read(card)).toContain("](../../generated/postcards/shop.v1/OrderPlaced/v1.md)");
    expect(await found(made)).toEqual({ code: 0, findings: [] });
    expect((await made.run("generate")).out).toContain(", 0 changed");
  });

  it("drifts when somebody edits it, and --check shows how", async () => {
    const made = await shop(declared);
    await made.run("generate");
    made.write({ [card]: made.read(card).replace("Kept for a year.", "Kept forever.") });
    const { code, findings } = await found(made);
    expect([code, findings]).toEqual([100, [`DOCUMENT_DRIFT: "${card}" is not what generating would write`]]);
    const checked = await made.run("generate", "--check");
    expect(checked.code).toBe(100);
    expect(checked.out).toContain("-- Kept forever.\n+- Kept for a year.");
    await made.run("generate");
    expect(made.read(card)).toContain("Kept for a year.");
  });

  it("never replaces a page that somebody wrote", async () => {
    const made = await shop(declared, { [card]: "# Mine\n" });
    const { code, err } = await made.run("generate");
    expect([code, err]).toEqual([100, `${card} was not written by waybill; left alone\n`]);
    expect(made.read(card)).toBe("# Mine\n");
    expect((await found(made)).findings[0]).toContain("was not written by waybill");
  });

  it("is left alone where only a part is generated, or elsewhere", async () => {
    const made = await shop(declared);
    await made.run("generate", "--only", "types");
    await made.run("generate", "--out", "elsewhere");
    expect([...made.snapshot().keys()]).not.toContain(card);
  });

  it("fails by section, with the overrun, where it outgrows its page", async () => {
    const padding = Array.from({ length: 15 }, (_, index) => `"${index}: ${"word ".repeat(50)}"`).join(", ");
    const made = await shop(declared.replace('"Kept for a year."', padding));
    await made.run("generate");
    const { code, findings } = await found(made);
    expect(findings).toEqual([
      expect.stringMatching(/DOCUMENT_OVER_BUDGET: section "The order" .* words over/),
    ]);
    expect(code).toBe(100);
  });

  it.each<readonly [string, string | undefined, RegExp]>([
    ["is missing", "# Target\n\n## Key Open Questions\n\n1. The form of an order.\n", /has no link to/],
    [
      "is under another heading",
      "# Target\n\n## Key Open Questions\n\n## Answers\n\n[card](ORDER_POSTCARD.md)\n",
      /has no link to/,
    ],
    [
      "is broken",
      "# Target\n\n## Key Open Questions\n\n[card](../ORDER_POSTCARD.md)\n",
      /leads to "docs\/ORDER_POSTCARD.md"/,
    ],
    ["has no heading to stand under", "# Target\n\n[card](ORDER_POSTCARD.md)\n", /has no heading/],
    ["has no document to stand in", undefined, /does not exist/],
  ])("wants the link that it asks for; a link that %s is a finding", async (_, text, message) => {
    const made = await shop(declared);
    await made.run("generate");
    if (text === undefined) made.remove(target);
    else made.write({ [target]: text });
    const { code, findings } = await found(made);
    expect(findings).toEqual([expect.stringMatching(message)]);
    expect(findings[0]).toContain("DOCUMENT_NOT_LINKED");
    expect(code).toBe(100);
  });

  it.each(["../OUT.md", "/tmp/OUT.md", "registry/shop.v1/OUT.md", "generated/OUT.md", "docs/../../OUT.md"])(
    "may not lie at %s",
    async (path) => {
      const made = await shop(declared.replace(card, path));
      expect((await found(made)).findings).toEqual([expect.stringContaining("MALFORMED")]);
      expect((await made.run("generate")).code).toBe(100);
      expect([...made.snapshot().keys()].filter((file) => file.endsWith("OUT.md"))).toEqual([]);
    },
  );

  it("reads no reference outside the project", async () => {
    const made = await shop(declared.replace(`file: ${target}`, "file: ../../../../../../etc/hostname"));
    await made.run("generate");
    expect((await found(made)).findings).toEqual([expect.stringMatching(/does not exist/)]);
  });
});
