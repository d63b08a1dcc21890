import { Count, Nullable, subject, Text, Type, Uuid, When } from "waybill/author";
import { ErrorCode, Outcome } from "./words.ts";

export const schema = subject(
  {
    title: "Reply payload",
    description: "What came of a chat or a task: the answer, or why there is none, and what it cost.",
    "x-invariants": [
      "`error_code` is not null exactly when `status` is `failed`.",
      "`in_reply_to` is the `id` of a chat or task with the same `correlation_id`.",
    ],
  },
  Type.Object(
    {
      in_reply_to: Uuid({ description: "`id` of the message that is answered." }),
      content: Text({
        description: "The answer; empty where there is none.",
        "x-redact": "on-export",
      }),
      status: Outcome("How it ended."),
      error_code: ErrorCode("Why it failed."),
      cost: Type.Number({ description: "What the model calls cost, in US dollars.", minimum: 0 }),
      tokens: Count({ description: "Tokens used, in and out." }),
      session_id: Nullable(Uuid({ description: "Session to resume for the next turn; null for none." })),
    },
    {
      allOf: [
        When({ status: ["failed"] }, { type: "object", properties: { error_code: { type: "string" } } }),
        When(
          { status: ["success", "cancelled"] },
          { type: "object", properties: { error_code: { type: "null" } } },
        ),
      ],
    },
  ),
);
