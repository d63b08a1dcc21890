import { Count, Nullable, subject, Text, Type, Uuid } from "waybill/author";

const optional = Type.Optional;

export const schema = subject(
  {
    title: "Task payload",
    description: "Work for an agent, done on its own and answered with a reply.",
  },
  Type.Object({
    message: Text({
      description: "What is to be done.",
      "x-storage": { column: "message", type: "text" },
      "x-redact": "on-export",
    }),
    session_id: optional(
      Nullable(
        Uuid({
          description: "Session to resume; null or absent: without memory of earlier work.",
          "x-storage": { json: "backlog_metadata", key: "resume_session_id" },
        }),
      ),
    ),
    file_ids: optional(
      Nullable(
        Type.Array(Text({ description: "Id of an uploaded file." }), {
          description: "Files the task refers to; null or absent for none.",
          "x-storage": { json: "backlog_metadata", key: "file_ids" },
        }),
      ),
    ),
    task_overrides: optional(
      Nullable(
        Type.Object(
          {
            allowed_tools: optional(
              Nullable(
                Type.Array(Text({ description: "Name of a tool." }), {
                  description: "Only these tools; null or absent: the agent's own.",
                  "x-storage": { json: "backlog_metadata", key: "allowed_tools" },
                }),
              ),
            ),
            system_prompt: optional(
              Nullable(
                Text({
                  description: "Replaces the agent's system prompt.",
                  "x-storage": { json: "backlog_metadata", key: "system_prompt" },
                }),
              ),
            ),
            max_turns: optional(
              Nullable(
                Count({
                  description: "Most turns the agent may take. To be removed upstream; prefer the deadline.",
                  minimum: 1,
                  "x-storage": { json: "backlog_metadata", key: "max_turns" },
                }),
              ),
            ),
            model: optional(
              Nullable(
                Text({
                  description: "Model to use instead of the agent's own.",
                  "x-storage": { json: "backlog_metadata", key: "model" },
                }),
              ),
            ),
            timeout_seconds: optional(
              Nullable(
                Count({
                  description: "Timeout of this task in seconds, instead of the agent's own.",
                  minimum: 1,
                  "x-storage": { column: "timeout_seconds", type: "integer" },
                }),
              ),
            ),
          },
          { description: "Settings for this task alone; null or absent for none." },
        ),
      ),
    ),
  }),
);
