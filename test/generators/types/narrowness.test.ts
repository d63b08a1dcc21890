import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { types } from "../../../generators/types/index.ts";
import { scratch } from "../../kit/scratch.ts";
import { compile } from "./tsc.ts";
import { unit } from "./units.ts";

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: "ES2023",
  module: "ESNext",
  moduleResolution: "bundler",
  paths: { vitest: [resolve("node_modules/vitest/dist/index.d.ts")] },
};

/** The functions of narrowness.ts that `tsc` refuses, with a committed type changed. */
function refused(file?: string, from = "", to = ""): readonly string[] {
  const made = scratch({ "tsconfig.json": { compilerOptions, files: ["narrowness.ts"] } });
  cpSync("generated/types", join(made.folder, "types"), { recursive: true });
  const text = readFileSync("test/generators/types/narrowness.ts", "utf8");
  made.write({ "narrowness.ts": text.replaceAll("../../../generated/types/", "./types/") });
  if (file !== undefined) {
    expect(made.read(`types/${file}`)).toContain(from);
    made.write({ [`types/${file}`]: made.read(`types/${file}`).replace(from, to) });
  }
  const bin = resolve("node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [bin, "-p", made.folder, "--pretty", "false"], {
    cwd: made.folder,
    encoding: "utf8",
  });
  const lines = text.split("\n");
  const functionAt = (line: number) =>
    lines
      .slice(0, line)
      .findLast((one) => one.startsWith("export function"))
      ?.replace(/export function (\w+).*/, "$1") ?? "outside";
  const errors = [...run.stdout.matchAll(/^(\S+)\((\d+),\d+\): error/gm)];
  return [
    ...new Set(
      errors.map(([, where = "", at]) => (where === "narrowness.ts" ? functionAt(Number(at)) : where)),
    ),
  ];
}

describe("the committed types of the five families", () => {
  test("are as narrow as narrowness.ts says", () => {
    expect(refused()).toEqual([]);
  });

  test.each([
    ["discriminatedByKind", "cogo.v1/Envelope/index.ts", "metric: Metric;", "metric: unknown;"],
    ["forgettingOneIsAnError", "actor.v1/Envelope/index.ts", "reply: ReplyPayload;", ""],
    ["openAndClosedWords", "mission.v1/StatusEvent/v3.ts", '"worktree" | "direct_repo"', "string"],
    ["nullIsNotAbsence", "message.v1/Message/v1.ts", "cause?: string | null", "cause?: string"],
    ["choicesAreToldApart", "cogo.v1/InterAgentResponse/v1.ts", "error?: never;", "error?: unknown;"],
    ["commandsAreToldApartByType", "command.v1/Command/v1.ts", 'type: "prompt";', "type: string;"],
    ["recordsDeclareTheirMembers", "message.v1/Message/v1.ts", "source: string;", "source: unknown;"],
  ])("%s notices a type that is wider", (name, file, from, to) => {
    expect(refused(file, from, to)).toContain(name);
  });
});

test("tuples, recursion, and members that are readonly on request", async () => {
  const schema = {
    type: "object",
    properties: {
      at: { type: "array", prefixItems: [{ type: "number" }, { type: "number" }], items: false, minItems: 2 },
      path: { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" }, minItems: 1 },
      below: { type: "array", items: { $ref: "#" } },
    },
    required: ["at"],
  };
  const tree = unit("a.v1/Tree@1", schema);
  const [plain] = await types.files(tree, {});
  const [frozen] = await types.files(tree, { readonly: true });
  const use = `
import type { Tree } from "./plain.js";
import type { Tree as Frozen } from "./frozen.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const at: Equal<Tree["at"], [number, number]> = true;
export const path: Equal<NonNullable<Tree["path"]>, [string, ...number[]]> = true;
export const below: Equal<NonNullable<Tree["below"]>[number], Tree> = true;
export const deep: Tree = { at: [0, 0], below: [{ at: [1, 1], below: [] }] };
// @ts-expect-error a third coordinate
export const third: Tree = { at: [0, 0, 0] };
// @ts-expect-error a level below is a tree again
export const wrong: Tree = { at: [0, 0], below: [{ below: [] }] };
export function write(tree: Tree, frozen: Frozen): void {
  tree.at[0] = 1;
  // @ts-expect-error a member that may not be written
  frozen.at = [0, 0];
  // @ts-expect-error nor may an item
  frozen.at[0] = 1;
  // @ts-expect-error nor one further below
  frozen.below?.push(frozen);
}
`;
  const files = new Map([
    ["plain.ts", plain?.text ?? ""],
    ["frozen.ts", frozen?.text ?? ""],
    ["use.ts", use],
  ]);
  expect(compile(files, { exactOptionalPropertyTypes: true })).toEqual([]);
});
