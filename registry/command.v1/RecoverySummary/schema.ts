import { Count, OpenEnum, Ref, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Recovery summary",
    description:
      "What the server found in its journal when it started. Asked for with `get_startup_recovery`; sent to every client as an event, then without paths and ids.",
    "x-invariants": [
      "`recoveredInFlight` has `recoveredInFlightFailures` items unless `recoveredInFlightTruncated`; the same for the outcome ids.",
    ],
  },
  Type.Object({
    enabled: Type.Boolean({ description: "Whether the server keeps a journal." }),
    initialized: Type.Boolean({ description: "Whether reading it is over and went well." }),
    initState: OpenEnum(["disabled", "pending", "ready", "failed", "timed_out"], {
      description: "How reading it went. Open, as every status is: show an unknown word as it is.",
    }),
    initializationError: Type.Optional(
      Text({ description: "Why it failed, for people.", "x-redact": "on-export" }),
    ),
    journalPath: Text({
      description: "The journal's path on the server's machine.",
      "x-redact": "on-export",
    }),
    schemaVersion: Count({ description: "Version of journal entries the server writes.", minimum: 1 }),
    entriesScanned: Count({ description: "Lines read." }),
    malformedEntries: Count({ description: "Lines that are no entry: skipped." }),
    unsupportedVersionEntries: Count({
      description: "Entries of a version the server does not read: skipped.",
    }),
    recoveredOutcomes: Count({ description: "Finished commands whose answers can be replayed again." }),
    recoveredOutcomeIds: Type.Array(Text({ description: "`commandId` of one of them." }), {
      description: "Which ones, at most `maxItemsReturned`.",
      "x-redact": "on-export",
    }),
    recoveredOutcomeIdsTruncated: Type.Boolean({ description: "Whether there are more than that list has." }),
    recoveredInFlightFailures: Count({ description: "Commands a crash cut off, finished as failed." }),
    recoveredInFlight: Type.Array(Ref("command.v1/RecoveryClassification"), {
      description: "Which ones and why, at most `maxItemsReturned`.",
      "x-redact": "on-export",
    }),
    recoveredInFlightTruncated: Type.Boolean({ description: "Whether there are more than that list has." }),
    maxItemsReturned: Count({ description: "Longest list this summary gives." }),
  }),
);
