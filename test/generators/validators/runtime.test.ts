import { describe, expect, it } from "vitest";
import { runtimeFiles } from "../../../generators/validators/embed.mjs";
import embedded from "../../../generators/validators/runtime.json" with { type: "json" };

describe("the embedded runtime", () => {
  it("is what its sources and the format functions say: else run `node generators/validators/embed.mjs`", () => {
    expect(embedded).toEqual(runtimeFiles());
  });
});
