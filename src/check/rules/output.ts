import type { CheckRule } from "./rule.ts";

/** Generated files and composed pages. */
export const outputRules = [
  {
    id: "GENERATED_DRIFT",
    severity: "error",
    summary: "the output folder is not what generating would write",
    why: "Consumers build from what is committed; it must be what the registry says.",
    fix: "Run `waybill generate`; first remove links and what the tool did not write.",
    occurs:
      "A generated file was edited; a target was taken from waybill.yaml and its folder stayed; `waybill generate` was killed.",
  },
  {
    id: "POSTCARD_OVER_BUDGET",
    severity: "error",
    summary: "a section of a postcard does not fit on a page",
    why: "A schema that outgrows its page has outgrown its readers.",
    fix: "Move members into a subject of their own, or shorten descriptions.",
    occurs: "An envelope grew to seventy members.",
  },
  {
    id: "DOCUMENT_DRIFT",
    severity: "error",
    summary: "a composed page is missing, or is not what generating would write",
    why: "People read the page instead of the schemas; it must say what they say.",
    fix: "Run `waybill generate`; where another file stands in its place, move that or declare another path.",
    occurs: "The page was edited by hand.",
  },
  {
    id: "DOCUMENT_OVER_BUDGET",
    severity: "error",
    summary: "a section of a composed page does not fit on a page",
    why: "What does not fit on a page is not understood.",
    fix: "Take members or notes out, or make a section of its own.",
    occurs: "A section shows five subjects with all their members.",
  },
  {
    id: "DOCUMENT_NOT_LINKED",
    severity: "error",
    summary: "a document that should link to a composed page does not",
    why: "Who reads one must find the other.",
    fix: "Link to the page there, or take the entry out of `crossReferences`.",
    occurs: "The heading that held the link was renamed.",
  },
] as const satisfies readonly CheckRule[];
