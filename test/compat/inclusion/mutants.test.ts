import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { betrayed } from "./betrayed.ts";
import { type Laboratory, openLaboratory } from "./mutate.ts";
import { mutants } from "./mutants.ts";

/** All of them stand trial in `npm run fuzz`; here every fifth. */
const share = Number(process.env["MUTANT_SHARE"] ?? 5);

describe("a solver with one line wrong is betrayed by a fixture", () => {
  let laboratory: Laboratory;
  beforeAll(async () => {
    laboratory = await openLaboratory();
  });
  afterAll(() => laboratory.close());

  it("as it stands, no fixture complains", async () => {
    expect(betrayed(await laboratory.make(undefined))).toBeUndefined();
  });

  it.each(mutants.filter((_, index) => index % share === 0))("$file: $put", async (mutant) => {
    expect(betrayed(await laboratory.make(mutant)), "no fixture notices").toBeTypeOf("string");
  });
});
