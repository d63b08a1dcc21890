import { Count, Nullable, Open, OpenEnum, subject, Text, Type } from "waybill/author";

const optional = Type.Optional;

export const schema = subject(
  {
    title: "Result callback",
    description:
      "The live form of a finished execution, older than the reply payload and at odds with it: `response` for `content`, cost inside `metadata`, codes in lower case.",
    "x-invariants": ["The execution is named by the URL, or by `execution_id` where a scheduler posts it."],
  },
  Type.Object({
    status: OpenEnum(["success", "failed", "cancelled"], {
      description: "How it ended. Open: the endpoint takes any word, so that newer workers can report.",
    }),
    execution_id: optional(Text({ description: "The platform's id of the execution." })),
    response: optional(Nullable(Text({ description: "The answer.", "x-redact": "on-export" }))),
    error: optional(Nullable(Text({ description: "What went wrong, for people." }))),
    error_code: optional(
      Nullable(
        Text({ description: "Why it failed, as the code's enum spells it: lower case, e.g. `timeout`." }),
      ),
    ),
    terminal_reason: optional(
      Nullable(
        OpenEnum(
          [
            "completed",
            "auth",
            "max_duration",
            "empty_result",
            "rate_limit",
            "max_turns",
            "error",
            "cancelled",
            "stall_no_output",
          ],
          { description: "What made the agent stop. Open: reasons are added with the runtimes." },
        ),
      ),
    ),
    metadata: optional(
      Nullable(
        Type.Object(
          {
            cost_usd: optional(
              Nullable(Type.Number({ description: "What the model calls cost, in US dollars.", minimum: 0 })),
            ),
            context_window: optional(
              Nullable(Count({ description: "Size of the model's context window, in tokens." })),
            ),
          },
          { description: "Usage, and whatever else the worker tells." },
        ),
      ),
    ),
    cost: optional(
      Nullable(
        Type.Number({ description: "Cost in US dollars, where it is told outside `metadata`.", minimum: 0 }),
      ),
    ),
    execution_log: optional(
      Nullable(
        Type.Array(Open({ description: "One step of the agent, in the agent's own form." }), {
          description: "The agent's steps, oldest first.",
          "x-redact": "on-export",
        }),
      ),
    ),
    session_id: optional(Nullable(Text({ description: "Session to resume for the next turn." }))),
    execution_time_ms: optional(Nullable(Count({ description: "How long it took, in milliseconds." }))),
  }),
);
