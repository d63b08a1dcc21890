import { subject, Type } from "waybill/author";
import { entryFields, entryRules } from "../JournalEntry/entry.ts";

export const schema = subject(
  {
    title: "History entry",
    description:
      "A journal entry as clients see it: without `schemaVersion`, `kind`, `serverVersion` and `response`, and redacted for export.",
    "x-invariants": ["Equals its journal entry in every member it has, but for redacted ones."],
  },
  Type.Object(entryFields, { allOf: entryRules() }),
);
