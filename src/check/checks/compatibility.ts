import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";

/** Wired to `compat/judge` in the next commit. */
export const compatibility: Check = {
  name: "compatibility",
  summary: "old data and old readers keep working, proved",
  run: (): readonly Finding[] => [],
};
