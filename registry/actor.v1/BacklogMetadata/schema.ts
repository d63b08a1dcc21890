import { Count, Nullable, subject, Text, Type } from "waybill/author";

const optional = Type.Optional;
const text = (description: string, more: Readonly<Record<string, unknown>> = {}) =>
  optional(Nullable(Text({ description, ...more })));
const flag = (description: string) => optional(Nullable(Type.Boolean({ description })));

export const schema = subject(
  {
    title: "Backlog metadata",
    description:
      "What the enqueue path keeps of a task beside its columns: the JSON text in `schedule_executions.backlog_metadata`. Envelope fields without a column of their own live here, so that no migration is needed.",
    "x-invariants": [
      "Set to null once the execution ends with `success`, `cancelled` or `skipped`; kept on `failed`, which a late success may undo.",
      "Holds no credentials, only opaque references to them.",
      "Rows wait first in, first out by `queued_at`, are stale after 24 hours, and at most 50 wait per agent.",
    ],
  },
  Type.Object({
    message: Text({ description: "What is to be done.", "x-redact": "on-export" }),
    model: text("Model to use instead of the agent's own."),
    allowed_tools: optional(
      Nullable(
        Type.Array(Text({ description: "Name of a tool." }), {
          description: "Only these tools; null: the agent's own.",
        }),
      ),
    ),
    system_prompt: text("Replaces the agent's system prompt."),
    timeout_seconds: optional(
      Nullable(Count({ description: "Timeout of the execution, in seconds.", minimum: 1 })),
    ),
    max_turns: optional(Nullable(Count({ description: "Most turns the agent may take.", minimum: 1 }))),
    save_to_session: flag("Whether the result is written to a chat session."),
    user_message: text("The text the user wrote, where `message` was built from it.", {
      "x-redact": "on-export",
    }),
    create_new_session: flag("Whether a chat session is made for the result."),
    chat_session_id: text("Chat session the result is written to; never the session to resume."),
    resume_session_id: text("Session of the agent to resume."),
    inject_result: flag("Whether the result is put into the caller's session. Replaced by `causation_id`."),
    user_id: optional(Nullable(Type.Integer({ description: "Id of the user who asked." }))),
    user_email: text("Address of the user who asked.", { "x-redact": "on-export" }),
    subscription_id: text("Opaque reference to the credentials' subscription."),
    x_source_agent: text("Agent that asked."),
    x_mcp_key_id: text("Opaque reference to the key used."),
    x_mcp_key_name: text("Name of that key."),
    triggered_by: text("What caused the execution, e.g. `schedule`."),
    collaboration_activity_id: text("Activity under which the work is shown."),
    is_self_task: flag("Whether an agent gave the task to itself."),
    self_task_activity_id: text("Activity under which a task to itself is shown."),
  }),
);
