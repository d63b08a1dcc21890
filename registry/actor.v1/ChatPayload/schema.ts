import { Nullable, subject, Text, Type, Uuid } from "waybill/author";

export const schema = subject(
  {
    title: "Chat payload",
    description: "A turn of a conversation with an agent.",
  },
  Type.Object({
    message: Text({
      description: "What is said to the agent.",
      "x-storage": { column: "message", type: "text" },
      "x-redact": "on-export",
    }),
    session_id: Nullable(
      Uuid({
        description: "Conversation to go on with; null for a first turn.",
        "x-storage": { json: "backlog_metadata", key: "resume_session_id" },
      }),
    ),
    file_ids: Type.Optional(
      Nullable(
        Type.Array(Text({ description: "Id of an uploaded file." }), {
          description: "Files the turn refers to; null or absent for none.",
          "x-storage": { json: "backlog_metadata", key: "file_ids" },
        }),
      ),
    ),
  }),
);
