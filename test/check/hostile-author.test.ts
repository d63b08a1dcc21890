import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/canonical/index.ts";
import type { Finding } from "../../src/model.ts";
import { commit, start } from "../kit/git.ts";
import { actorSchema, namespaceYaml, published } from "../kit/project.ts";
import type { Scratch } from "../kit/scratch.ts";

const actor = "registry/shop.v1/Actor";
const lock = "registry/waybill.lock";
const page =
  "documents: [{ path: docs/CARD.md, title: Card, sections: [{ title: One, subjects: [Actor] }] }]\n";

/** All published and generated, on main; what follows is the pull request of somebody who means harm. */
async function onMain(): Promise<Scratch> {
  const made = await published();
  made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml + page });
  expect((await made.run("generate")).code).toBe(0);
  start(made);
  return made;
}

async function found(made: Scratch): Promise<readonly Finding[]> {
  const { out } = await made.run("check", "--against", "main", "--json");
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  return findings;
}

async function errors(made: Scratch): Promise<readonly string[]> {
  return (await found(made)).filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

describe("a pull request that means harm", () => {
  it("cannot drop an accepted example together with its line", async () => {
    const made = await onMain();
    made.remove(`${actor}/examples/valid/clerk.json`);
    made.write({ [lock]: made.read(lock).replace(/^example shop\.v1\/Actor\/.*\n/m, "") });
    expect(await errors(made)).toContain("ACCEPTED_EXAMPLE_DROPPED");
    // Nor swap what it says.
    made.write({ [`${actor}/examples/valid/clerk.json`]: { agent: "x" } });
    expect((await made.run("publish")).code).toBe(0);
    expect(await errors(made)).toContain("ACCEPTED_EXAMPLE_DROPPED");
  });

  it("cannot take a target away and keep its files, changed and without their mark", async () => {
    const made = await onMain();
    const file = "generated/validators/shop.v1/Actor/v1.js";
    made.write({
      "waybill.yaml": "version: 1\ngenerate: { targets: { types: {}, postcards: {} } }\n",
      [file]: "export const isActor = () => true;\n",
    });
    const drift = (await found(made)).filter(({ rule }) => rule === "GENERATED_DRIFT");
    expect(drift.map((one) => one.file)).toContain(file);
  });

  it("cannot generate elsewhere and leave the old output changed", async () => {
    const made = await onMain();
    made.write({ "waybill.yaml": "version: 1\ngenerate: { out: lib }\n" });
    expect((await made.run("generate")).code).toBe(0);
    const [first] = (await found(made)).filter(({ rule }) => rule === "GENERATED_DRIFT");
    expect(first?.fix).toContain("`git rm -r generated`");
    made.remove("generated");
    expect(await errors(made)).toEqual([]);
  });

  it("cannot take a page out of its declaration and keep it, changed", async () => {
    const made = await onMain();
    made.write({
      "registry/shop.v1/namespace.yaml": namespaceYaml,
      "docs/CARD.md": "Agents may be empty.\n",
    });
    const [first] = (await found(made)).filter(({ rule }) => rule === "DOCUMENT_DRIFT");
    expect(first?.file).toBe("docs/CARD.md");
    made.remove("docs/CARD.md");
    expect(await errors(made)).toEqual([]);
  });

  it("cannot freeze another schema than its draft, nor a pattern that hangs", async () => {
    const made = await onMain();
    const schema = JSON.parse(made.read(`${actor}/versions/1.json`).replace("Actor:1", "Actor:2"));
    const more = { type: "string", description: "x", pattern: "^(a+)+$" };
    const frozen = { ...schema, properties: { ...schema.properties, more } };
    const shape = /Actor@1 \S+ (shape1:\S+)/.exec(made.read(lock))?.[1] ?? "";
    made.write({ [`${actor}/versions/2.json`]: frozen });
    const write = (known: string) =>
      made.write({
        [lock]: made
          .read(lock)
          .replace(/^version shop\.v1\/Actor@2 .*\n/m, "")
          .replace(
            /^version shop\.v1\/Actor@1 .*$/m,
            (line) => `${line}\nversion shop.v1/Actor@2 ${contentHash(frozen)} ${known} -`,
          ),
      });
    write(shape);
    const wrong = (await found(made)).find(({ rule }) => rule === "SHAPE_MISMATCH");
    write(/shape1:[0-9a-f]{64}/.exec(wrong?.fix ?? "")?.[0] ?? "");
    const rules = await errors(made);
    expect(rules).toContain("VERSION_NOT_DRAFT");
    expect(rules).toContain("PATTERN_BACKTRACKS");
  });

  it("cannot withdraw a version without the report saying so", async () => {
    const made = await onMain();
    expect((await made.run("withdraw", "shop.v1/Actor@1", "--reason", "x")).code).toBe(0);
    expect((await found(made)).map(({ rule }) => rule)).toContain("VERSION_WITHDRAWN");
    commit(made, ".");
    expect((await found(made)).map(({ rule }) => rule)).not.toContain("VERSION_WITHDRAWN");
  });

  it("in order, is found to be in order", async () => {
    const made = await onMain();
    const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
    made.write({ [`${actor}/schema.json`]: { ...actorSchema, properties } });
    expect((await made.run("publish")).code).toBe(0);
    expect((await made.run("generate")).code).toBe(0);
    expect(await errors(made)).toEqual([]);
    renameSync(join(made.folder, "docs/CARD.md"), join(made.folder, "docs/OTHER.md"));
    expect(await errors(made)).toEqual(["DOCUMENT_DRIFT"]);
  });
});
