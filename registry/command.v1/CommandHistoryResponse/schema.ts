import { Count, OpenEnum, Ref, subject, Text, Type } from "waybill/author";
import { historyFilters } from "../CommandHistoryRequest/schema.ts";

export const schema = subject(
  {
    title: "Command history",
    description: "Journal entries that match a `get_command_history`; `data` of its response.",
    "x-invariants": [
      "`entries` are newest first, and `returned` of them.",
      "`returned` is at most `maxItemsReturned`.",
    ],
  },
  Type.Object({
    enabled: Type.Boolean({ description: "Whether the server keeps a journal." }),
    initialized: Type.Boolean({ description: "Whether reading it is over and went well." }),
    initState: OpenEnum(["disabled", "pending", "ready", "failed", "timed_out"], {
      description: "How reading it went. Open, as every status is: show an unknown word as it is.",
    }),
    journalPath: Text({
      description: "The journal's path on the server's machine.",
      "x-redact": "on-export",
    }),
    schemaVersion: Count({ description: "Version of journal entries the server writes.", minimum: 1 }),
    filters: Type.Object(historyFilters, { description: "The filters that were applied, as asked for." }),
    entries: Type.Array(Ref("command.v1/HistoryEntry"), { description: "The entries, newest first." }),
    returned: Count({ description: "How many entries there are in this answer." }),
    truncated: Type.Boolean({ description: "Whether more entries matched." }),
    maxItemsReturned: Count({ description: "The limit that was applied." }),
    maxItemsAllowed: Count({ description: "The highest limit that can be asked for." }),
  }),
);
