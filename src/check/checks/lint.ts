import type { Check } from "../context.ts";
import { lintDrafts } from "../lint/index.ts";

export const lint: Check = {
  name: "lint",
  summary: "descriptions, casing, content models and the other lint rules",
  run: lintDrafts,
};
