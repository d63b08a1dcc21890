import { describe, expect, it } from "vitest";
import { project } from "../kit/project.ts";
import { scratch } from "../kit/scratch.ts";

async function offered(...typed: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await project().run("--get-completions", "waybill", ...typed);
  expect([code, err]).toEqual([0, ""]);
  return out.split("\n").filter((line) => line !== "");
}

describe("completion", () => {
  it.each([
    [["che"], ["check"]],
    [
      ["check", ""],
      ["shop.v1", "shop.v1/Actor", "shop.v1/OrderPlaced"],
    ],
    [["check", "shop.v1/Actor", "shop.v1/O"], ["shop.v1/OrderPlaced"]],
    [["check", "--json", "shop.v1/A"], ["shop.v1/Actor"]],
    [["check", "--dr"], []],
    [["publish", "--dr"], ["--dry-run"]],
    [["check", "--fail-on", "e"], ["error"]],
    [["check", "--only", "int"], ["integrity"]],
    [["check", "--format", "sa"], ["sarif"]],
    [["generate", "--only", "post"], ["postcards"]],
    [["explain", "REQUIRED_A"], ["REQUIRED_ADDED"]],
    [["diff", "a.json", "shop.v1/A"], ["shop.v1/Actor"]],
    // From here on files are meant, which the shell knows.
    [["validate", "shop.v1/A"], ["shop.v1/Actor"]],
    [["validate", "shop.v1/Actor", ""], []],
    [["-C", ""], []],
  ])("%j offers %j", async (typed, words) => {
    expect(await offered(...typed)).toEqual(words);
  });

  it("offers nothing where the project is broken", async () => {
    const broken = scratch({ "waybill.yaml": "version: 2\n" });
    expect(await broken.run("--get-completions", "waybill", "check", "")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });
});
