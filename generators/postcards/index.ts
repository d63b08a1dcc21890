import type { Generator } from "../../src/generate/contract.ts";
import { renderPostcard } from "./card.ts";
import { indexPages } from "./indexes.ts";

export { composeDocument } from "./compose.ts";

/** One markdown page for each version, and indexes of them. The budget of a page is `check`'s to hold. */
export const postcards: Generator = {
  name: "postcards",
  version: "1",
  files: (unit) => [{ path: `${unit.subject}/v${unit.number}.md`, text: renderPostcard(unit) }],
  index: (units) => indexPages(units),
};
