import { Count, Nullable, Open, OpenEnum, Ref, subject, Text, Type } from "waybill/author";
import { maybe, Severity } from "./words.ts";

export const schema = subject(
  {
    title: "Finding",
    description: "A judgement on a registry or on a change: what, where, why it matters, how to mend it.",
    "x-invariants": [
      "Equal findings have equal fingerprints across runs and line moves; prose and line numbers are not in it.",
    ],
  },
  Type.Object({
    rule: Text({
      description: "The rule, e.g. `REQUIRED_ADDED`; `waybill explain` tells of it.",
      pattern: "^[A-Z][A-Z0-9_]*$",
    }),
    severity: Severity(),
    subject: maybe("Subject or namespace it is about; null for the registry itself."),
    from: maybe("Version it compares with; null where it compares nothing."),
    to: maybe("Version or draft it judges; null where it compares nothing."),
    direction: Nullable(
      OpenEnum(["backward", "forward"], {
        description:
          "Who breaks: `backward`, a new reader of old data; `forward`, an old reader of new data; null where it is not about reading. Open: other readings may come to be judged.",
      }),
    ),
    oldPointer: maybe("Place in the old schema, a JSON Pointer; null where there is none."),
    newPointer: maybe("Place in the new schema, a JSON Pointer; null where there is none."),
    file: maybe("File to open; null where there is none."),
    line: Nullable(Count({ description: "Line in it, from 1; null where unknown.", minimum: 1 })),
    column: Nullable(
      Count({ description: "Column in it, from 1, in UTF-16 units; null where unknown.", minimum: 1 }),
    ),
    oldPlace: Type.Optional(
      Type.Object(
        {
          file: maybe("File of the old schema; null where there is none."),
          line: Nullable(Count({ description: "Line in it, from 1; null where unknown.", minimum: 1 })),
          column: Nullable(
            Count({ description: "Column in it, from 1, in UTF-16 units; null where unknown.", minimum: 1 }),
          ),
        },
        { description: "Where it was in the old schema; absent where the finding has no place there." },
      ),
    ),
    message: Text({ description: "What happened, in one clause." }),
    why: Text({ description: "Why it matters." }),
    fix: Text({ description: "How to mend it." }),
    witness: Nullable(
      Type.Object(
        {
          instance: Open({ description: "A document that shows it." }),
          acceptedBy: Text({ description: "What accepts the document." }),
          rejectedBy: Text({ description: "What rejects it." }),
          errors: Type.Array(Ref("waybill.v1/ValidationError"), {
            description: "What the rejecting side says.",
          }),
        },
        { description: "A document that breaks; null where the finding is not about documents." },
      ),
    ),
    fingerprint: Text({
      description: "Identity of the finding, 12 hex digits; `waybill accept` takes it.",
      pattern: "^[0-9a-f]{12}$",
    }),
  }),
);
