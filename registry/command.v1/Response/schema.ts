import { Count, Members, Open, Ref, subject, Text, Type, When } from "waybill/author";

export const schema = subject(
  {
    title: "Response",
    description: "The server's answer to one command.",
    "x-invariants": [
      "A command is answered once; a repeated one gets the recorded answer with `replayed: true`.",
    ],
  },
  Type.Object(
    {
      type: Type.Literal("response", { description: "Says that this frame is a response." }),
      command: Text({
        description:
          "`type` of the command that is answered. Open: it echoes unknown words, and is `unknown` where the command could not be read.",
      }),
      success: Type.Boolean({ description: "Whether the command was done; where not, `error` says why." }),
      id: Type.Optional(
        Text({ description: "`id` of the command, as the client sent it; absent where it sent none." }),
      ),
      error: Type.Optional(
        Text({
          description: "Why it was not done, for people. May quote paths and values.",
          "x-redact": "on-persist",
        }),
      ),
      sessionVersion: Type.Optional(
        Count({
          description:
            "Version of the session after the command; grows by one with each change of the session.",
        }),
      ),
      replayed: Type.Optional(
        Type.Boolean({ description: "Whether this is the recorded answer to an earlier, equal command." }),
      ),
      timedOut: Type.Optional(
        Type.Boolean({
          description: "Whether the server stopped waiting; the command may still take effect.",
        }),
      ),
      data: Type.Optional(
        Open({
          description: "What the command gave, by command; null where it gives nothing.",
          "x-redact": "on-persist",
        }),
      ),
    },
    {
      allOf: [
        When({ success: [false] }, Members({ need: ["error"] })),
        When({ command: ["get_startup_recovery"] }, data("command.v1/RecoverySummary")),
        When({ command: ["get_command_history"] }, data("command.v1/CommandHistoryResponse")),
      ],
    },
  ),
);

function data(address: string) {
  return { properties: { data: Ref(address) } };
}
