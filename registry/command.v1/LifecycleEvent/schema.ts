import { Members, OpenEnum, subject, Text, Type, When } from "waybill/author";
import { causality, outcome } from "../JournalEntry/fields.ts";

export const schema = subject(
  {
    title: "Lifecycle event",
    description:
      "The server tells every client how a command fares: accepted, started, finished, in this order.",
    "x-invariants": [
      "For one `commandId`: accepted before started before finished, each at most once unless replayed.",
      "Within one lane, commands finish in the order they started.",
    ],
  },
  Type.Object(
    {
      type: OpenEnum(["command_accepted", "command_started", "command_finished"], {
        description:
          "How far the command came. Open: steps may be added between these, and clients wait for the last.",
      }),
      data: Type.Object(
        {
          commandId: Text({ description: "The client's `id`, or `anon:...` where it gave none." }),
          commandType: Text({ description: "`type` of the command." }),
          ...causality,
          ...outcome,
        },
        { description: "Which command, what it depends on, how it ended." },
      ),
    },
    {
      allOf: [When({ type: ["command_finished"] }, { properties: { data: Members({ need: ["success"] }) } })],
    },
  ),
);
