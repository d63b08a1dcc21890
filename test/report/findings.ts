import type { Finding } from "../../src/model.ts";
import type { ReportSummary } from "../../src/report/index.ts";

/** A finding with everything optional left out. */
export function findingOf(parts: Partial<Finding> & Pick<Finding, "rule" | "severity">): Finding {
  return {
    subject: null,
    from: null,
    to: null,
    direction: null,
    oldPointer: null,
    newPointer: null,
    file: null,
    line: null,
    column: null,
    message: "something happened",
    why: "somebody needs to know",
    fix: "do something",
    witness: null,
    fingerprint: "0123456789ab",
    ...parts,
  };
}

export const removed: Finding = findingOf({
  rule: "PROPERTY_REMOVED",
  severity: "error",
  subject: "shop.v1/OrderPlaced",
  from: "shop.v1/OrderPlaced@1",
  to: "shop.v1/OrderPlaced@2",
  direction: "forward",
  oldPointer: "/properties/order",
  newPointer: "",
  file: "registry/shop.v1/OrderPlaced/schema.json",
  line: 14,
  column: 3,
  message: 'property "order" was removed',
  why: "Readers of version 1 require it, and a writer of the draft no longer sends it.",
  fix: 'keep "order"; to retire it, start shop.v2 with successorOf',
  witness: {
    instance: { placedAt: "2026-01-02T03:04:05Z" },
    acceptedBy: "shop.v1/OrderPlaced@2",
    rejectedBy: "shop.v1/OrderPlaced@1",
    errors: [
      {
        pointer: "",
        keyword: "required",
        message: 'must have "order"',
        params: { missingProperty: "order" },
      },
    ],
  },
  fingerprint: "3fa2b81c09de",
});

const undescribed = {
  rule: "DESCRIPTION_MISSING",
  severity: "warning",
  subject: "shop.v1/Actor",
  file: "registry/shop.v1/Actor/schema.json",
  why: "A reader of the postcard learns nothing about the field.",
  fix: "add a description with meaning and unit",
} as const;

export const findings: readonly Finding[] = [
  findingOf({
    ...undescribed,
    line: 9,
    column: 5,
    message: 'property "role" has no description',
    fingerprint: "aa0000000001",
  }),
  findingOf({
    ...undescribed,
    line: 6,
    column: 5,
    message: 'property "agent" has no description',
    fingerprint: "aa0000000002",
  }),
  findingOf({
    rule: "DEPENDENCY_STALE",
    severity: "info",
    message: '"shop.v1/Envelope@1" pins "shop.v1/Actor@1", the latest is 2',
    why: "",
    fix: "waybill publish --dependents",
  }),
  removed,
];

export const summary: ReportSummary = {
  subjects: 3,
  versions: 5,
  failed: true,
  checks: [
    { name: "lint", findings: 2, milliseconds: 4.4 },
    { name: "compatibility", findings: 2, milliseconds: 7.7 },
  ],
  comparisons: [
    {
      subject: "shop.v1/OrderPlaced",
      from: "shop.v1/OrderPlaced@1",
      to: "shop.v1/OrderPlaced@2",
      backward: "compatible",
      forward: "incompatible",
      changes: [
        {
          rule: "PROPERTY_ADDED",
          effect: "widens",
          message: 'optional property "note" was added',
          oldPointer: undefined,
          newPointer: "/properties/note",
        },
      ],
      postcard: "generated/postcards/shop.v1/OrderPlaced/v2.md",
    },
    {
      subject: "shop.v1/New",
      from: null,
      to: "shop.v1/New@1",
      backward: "not judged",
      forward: "not judged",
      changes: [],
      postcard: null,
    },
  ],
};

export const clean: ReportSummary = { ...summary, failed: false, comparisons: [] };

/** Text that would break out of one format or another, or act on a terminal. */
export const nasty: readonly string[] = [
  "line\n::error::forged",
  "%0A::set-output name=x::y",
  "\u001b[2J\u001b]0;title\u0007 \u009b31m",
  "\u202egnirts \u2028 next",
  "]]></failure><failure/>&amp;<x y=\"'",
  "a,b:c%d",
  "| cell | \n## heading\n\n---\n",
  "```\n<script>alert(1)</script>\n```",
  "[x](javascript:alert(1)) ![i](http://e/x.png) @someone #1",
  "\u0000\u0001\ud800 lone",
  "</details><h1>big</h1>",
];

/** A finding that says the text wherever a stranger's words can stand. */
export function hostile(text: string): Finding {
  return findingOf({
    rule: "PROPERTY_REMOVED",
    severity: "error",
    subject: `shop.v1/${text}`,
    from: text,
    to: text,
    direction: "backward",
    file: `registry/${text}.json`,
    line: 1,
    column: 2,
    message: `property ${JSON.stringify(text)} ${text}`,
    why: text,
    fix: text,
    witness: {
      instance: { [text]: text },
      acceptedBy: text,
      rejectedBy: text,
      errors: [{ pointer: `/${text}`, keyword: "type", message: text, params: {} }],
    },
  });
}
