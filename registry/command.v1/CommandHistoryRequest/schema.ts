import { Count, EpochMs, subject, Text, Type } from "waybill/author";

/** What `get_command_history` takes; `Command` holds the same fields under that type. */
export const historyFilters = {
  sessionIdFilter: Type.Optional(
    Text({
      description:
        "Only commands of this session. Not `sessionId`: the request itself runs in the server's lane.",
    }),
  ),
  commandId: Type.Optional(Text({ description: "Only this command.", maxLength: 256 })),
  fromTimestamp: Type.Optional(
    EpochMs({ description: "Only entries recorded at or after this time, in epoch milliseconds." }),
  ),
  toTimestamp: Type.Optional(
    EpochMs({ description: "Only entries recorded at or before this time, in epoch milliseconds." }),
  ),
};

export const schema = subject(
  {
    title: "Command history request",
    description:
      "Asks for journal entries, newest first. A command of type `get_command_history`; the members every command may have are in `Command`.",
    "x-invariants": [
      {
        rule: "`fromTimestamp` is at most `toTimestamp`.",
        check: { ordered: ["/fromTimestamp", "/toTimestamp"] },
      },
    ],
  },
  Type.Object({
    type: Type.Literal("get_command_history", { description: "Says which command this is." }),
    ...historyFilters,
    limit: Type.Optional(
      Count({
        description: "At most this many entries; 100 where absent.",
        minimum: 1,
        maximum: 500,
      }),
    ),
  }),
);
