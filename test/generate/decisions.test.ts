import { marked, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { renderDecisions } from "../../src/generate/decisions.ts";
import type { JsonObject } from "../../src/model.ts";

const decided: JsonObject = {
  id: "DL-002",
  title: "Where replay runs",
  gate: "DG-L4.3",
  status: "decided",
  decision: "Offline, over a copy.",
  rationale: "A server that replays can be asked to for ever.",
  owner: "platform",
  date: "2026-03-02",
  options: ["in the server", "offline"],
  subjects: ["shop.v1/JournalEntry"],
  deferred: [{ finding: "The copy may be torn.", owner: "platform", deadline: "2026-09-30" }],
};
const open: JsonObject = { id: "DL-001", title: "Which backend", status: "open" };

describe("the decision ledger", () => {
  it("reads as the page that was looked at", async () => {
    await expect(renderDecisions([decided, open])).toMatchFileSnapshot("__snapshots__/decisions.md");
  });

  it("is in order of ids, whatever the order of files", () => {
    expect(renderDecisions([open, decided])).toBe(renderDecisions([decided, open]));
    expect(renderDecisions([decided, open])).toContain("2 decisions, 1 open.");
  });

  it("leaves out what an entry does not say", () => {
    const page = renderDecisions([open]);
    for (const word of ["Why", "Decision.", "Considered", "Left for later", "undefined"])
      expect(page).not.toContain(word);
  });

  it("keeps its form whatever an entry says", () => {
    const nasty = "x\n## forged\n| a | b |\n```\n<h1>";
    const bent = {
      ...decided,
      title: nasty,
      decision: nasty,
      options: [nasty],
      deferred: [{ finding: nasty, trigger: nasty }],
    };
    const headings = marked
      .lexer(renderDecisions([bent]))
      .filter((token): token is Tokens.Heading => token.type === "heading");
    expect(headings.map(({ depth }) => depth)).toEqual([1, 2]);
  });
});
