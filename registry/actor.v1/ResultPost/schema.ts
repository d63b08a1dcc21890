import { Count, Nullable, Open, subject, Text, Type } from "waybill/author";
import { ErrorCode, Outcome } from "../ReplyPayload/words.ts";

const optional = Type.Optional;

export const schema = subject(
  {
    title: "Result post",
    description: "What a worker posts when it is done with claimed work. The reply envelope is made from it.",
    "x-invariants": ["`claim_token` is the one of the current lease, else the result is refused."],
  },
  Type.Object({
    claim_token: Text({
      description: "Secret of the lease, from the claim.",
      minLength: 1,
      "x-redact": "prohibited",
    }),
    status: Outcome("How it ended."),
    content: optional(Nullable(Text({ description: "The answer.", "x-redact": "on-export" }))),
    error_code: optional(ErrorCode("Why it failed.")),
    cost: optional(
      Nullable(Type.Number({ description: "What the model calls cost, in US dollars.", minimum: 0 })),
    ),
    tokens: optional(Nullable(Count({ description: "Tokens used, in and out." }))),
    session_id: optional(Nullable(Text({ description: "Session to resume for the next turn." }))),
    execution_log: optional(
      Nullable(
        Type.Array(Open({ description: "One step of the agent, in the agent's own form." }), {
          description: "The agent's steps, oldest first.",
          "x-redact": "on-export",
        }),
      ),
    ),
    metadata: optional(Type.Object({}, { description: "Whatever else the worker tells." })),
  }),
);
