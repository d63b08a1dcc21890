import { Ref, subject, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Startup recovery summary",
    description: "Sent once reading the journal is over: what was found, without paths and ids.",
    "x-invariants": [
      "In `data`, `journalPath` is `[redacted]` and both lists are empty, unless redaction is off.",
    ],
  },
  Type.Object({
    type: Type.Literal("startup_recovery_summary", { description: "Says which frame this is." }),
    data: Ref("command.v1/RecoverySummary", { description: "What was found." }),
  }),
);
