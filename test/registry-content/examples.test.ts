import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { drafts, examples, plainValidators } from "./drafts.ts";

const validatorOf = plainValidators();

describe.each(drafts().map((draft) => [draft.address, draft] as const))("%s", (address, draft) => {
  const validate = validatorOf(address);

  it("has valid and invalid examples", () => {
    expect(examples(draft, "valid").length).toBeGreaterThan(0);
    expect(examples(draft, "invalid").length).toBeGreaterThan(0);
  });

  it.each(examples(draft, "valid").map(({ name, value }) => [name, value] as const))(
    "accepts %s",
    (_, instance) => {
      validate(instance);
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it.each(examples(draft, "invalid").map(({ name, value }) => [name, value as JsonObject] as const))(
    "rejects %s where it says",
    (_, { instance, keyword, pointer, why }) => {
      expect(validate(instance)).toBe(false);
      const places = (validate.errors ?? []).map((error) => `${error.keyword} at "${error.instancePath}"`);
      expect(places).toContain(`${keyword} at "${pointer}"`);
      expect(why).toMatch(/^\S.*\.$/s);
    },
  );
});
