import { keyOf } from "../../evaluate/index.ts";
import { keywords, ownAnnotations } from "../../schema/keywords.ts";
import { spoken } from "../changes/place.ts";
import type { Rule } from "./rule.ts";

/** Those with a rule of their own stay out. */
const names = [
  ...keywords.filter(({ role }) => role === "annotation").map(({ name }) => name),
  ...ownAnnotations.filter((name) => name !== "x-kinds" && name !== "x-redact"),
];

export const annotationChanged: Rule = {
  id: "ANNOTATION_CHANGED",
  summary: "prose or another annotation changed",
  why: "Annotations say, they never decide.",
  fix: "Nothing to do.",
  effect: "none",
  breaks: [],
  mirror: "ANNOTATION_CHANGED",
  example: { before: { description: "Cost in USD." }, after: { description: "Cost in US dollars." } },
  *find({ old, next }) {
    for (const name of names) {
      const [before, after] = [spoken(old, name), spoken(next, name)];
      if (keyOf(before.map(({ value }) => value)) === keyOf(after.map(({ value }) => value))) continue;
      yield {
        message: `annotation "${name}" changed`,
        oldPointer: before[0]?.pointer ?? old.pointer,
        newPointer: after[0]?.pointer ?? next.pointer,
      };
    }
  },
};
