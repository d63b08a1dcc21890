import { expect, it } from "vitest";
import { project } from "../kit/project.ts";

/** A pattern that doubles its work with every letter, and a text of enough letters for the age of the world. */
const slow = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Slow",
  description: "Never ends.",
  type: "object",
  properties: { value: { type: "string", description: "Letters.", pattern: "^(a+)+$" } },
};
const attack = { value: `${"a".repeat(90)}!` };

function slowProject() {
  const made = project();
  made.write({
    "registry/shop.v1/Slow/schema.json": slow,
    "registry/shop.v1/Slow/examples/valid/attack.json": attack,
    "data.jsonl": `{"value":"aaa"}\n${JSON.stringify(attack)}\n{"value":"aaa"}\n`,
  });
  return made;
}

it("validating stops at the line that would never end, and names it", async () => {
  const { code, err } = await slowProject().run("validate", "shop.v1/Slow", "data.jsonl");
  expect(err).toContain("data.jsonl:2: judging takes too long");
  expect(code).toBe(100);
});

it("checking stops judging the subject that would never end, says so, and judges the others", async () => {
  const made = slowProject();
  made.write({ "registry/shop.v1/Actor/examples/valid/wrong.json": {} });
  const { code, out } = await made.run("check", "--only", "examples", "--json");
  const { findings }: { findings: readonly { rule: string; subject: string }[] } = JSON.parse(out);
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`).sort()).toEqual([
    "EXAMPLE_REJECTED shop.v1/Actor",
    "SUBJECT_TOO_COSTLY shop.v1/Slow",
  ]);
  expect(code).toBe(100);
});
