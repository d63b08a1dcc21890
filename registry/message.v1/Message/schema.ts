import { Nullable, subject, Text, Timestamp, Type } from "waybill/author";

export const schema = subject(
  {
    title: "MessageV1",
    description:
      "Canonical event and request envelope between agents, with citations. A rival of `cogo.v1/Envelope`, not a version of it: neither accepts the other's messages.",
    dialect: "draft-07",
    "x-invariants": ["Where a message was caused by another, `cause` is that message's `id`."],
  },
  Type.Object({
    id: Text({
      description: "Unique identity of the message, a ULID or a UUID.",
      "x-storage": { column: "id", type: "text", key: "primary" },
    }),
    version: Text({
      description: "Version of this schema as written on the wire, a string such as `1.0`.",
      "x-storage": { column: "version", type: "text" },
    }),
    type: Text({
      description: "What kind of event or request it is: any word, the writers' own.",
      "x-storage": { column: "type", type: "text", key: "index" },
    }),
    correlation_id: Text({
      description: "Ties related events and requests together; every message carries one.",
      "x-storage": { column: "correlation_id", type: "text", key: "index" },
    }),
    cause: Type.Optional(
      Nullable(
        Text({
          description: "`id` of the parent message; null or absent where there is none.",
          "x-storage": { column: "cause", type: "text" },
        }),
      ),
    ),
    tenant: Type.Optional(
      Nullable(
        Text({
          description:
            "Tenant the message belongs to; null or absent where it belongs to none, so tenants cannot be enforced by it.",
          "x-storage": { column: "tenant", type: "text" },
        }),
      ),
    ),
    timestamp: Timestamp({
      description: "When the message was made, ISO 8601 with offset.",
      "x-storage": { column: "timestamp", type: "timestamptz", key: "index" },
    }),
    payload: Type.Object(
      {},
      {
        description: "What the message says; domain specific.",
        "x-storage": { column: "payload", type: "jsonb" },
      },
    ),
    citations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            source: Text({ description: "What is cited: a title, a document name, a system." }),
            uri: Type.Optional(Text({ description: "Where it can be found." })),
            snippet: Type.Optional(Text({ description: "The words that were used, verbatim." })),
          },
          { description: "One source." },
        ),
        {
          description: "What the payload rests on, for retrieval and tracing.",
          "x-storage": { column: "citations", type: "jsonb" },
        },
      ),
    ),
  }),
);
