import { Count, Nullable, OpenEnum, Ref, subject, Text, Timestamp, Type, Ulid, Uuid } from "waybill/author";

export const schema = subject(
  {
    title: "Cogo envelope",
    description:
      "The envelope of every event and inter-agent message: who sent what, when, for whom, because of what, and which schema its payload follows. Delivery is at least once, order is best effort.",
    "x-kinds": {
      discriminator: "/type",
      payload: "/payload",
      schema: "/schema",
      map: {
        job_started: "cogo.v1/JobStarted",
        job_failed: "cogo.v1/JobFailed",
        request: "cogo.v1/InterAgentRequest",
        response: "cogo.v1/InterAgentResponse",
        heartbeat: "cogo.v1/Heartbeat",
        metric: "cogo.v1/Metric",
      },
    },
    "x-invariants": [
      "`type`, `schema.namespace`, `schema.name` and `schema.hash` name one and the same payload subject.",
      "Consumers are idempotent: a message seen again has the same `idempotency_key`, or the same `id` where it has none.",
      "`cause`, where present, is the `id` of a message with the same `trace_id`; rebuild the order of a trace from `ts` and `cause`.",
      "No secrets in the payload: name the key-vault entry instead.",
    ],
  },
  Type.Object({
    id: Ulid({
      description:
        "Unique and immutable identity of the message, a ULID, so that ids sort by time of creation.",
      "x-storage": { column: "id", type: "text", key: "primary" },
    }),
    version: Count({
      description:
        "Registry version of this envelope schema that the writer used. Readers accept greater ones: evolution is additive.",
      minimum: 1,
      "x-storage": { column: "version", type: "integer" },
    }),
    type: OpenEnum(["job_started", "job_failed", "request", "response", "heartbeat", "metric"], {
      description:
        "What kind of message this is; selects the payload's schema. Open: kinds are added over time, and a reader that does not know one passes the message on.",
      "x-storage": { column: "type", type: "text", key: "index" },
    }),
    ts: Timestamp({
      description:
        "When the sender made the message, ISO 8601 with offset. Sender's clock: compare across senders with care.",
      "x-storage": { column: "ts", type: "timestamptz", key: "index" },
    }),
    trace_id: Uuid({
      description:
        "Spans everything done for one outside request; the same in every message of it. Shown in logs and metrics.",
      "x-storage": { column: "trace_id", type: "uuid", key: "index" },
    }),
    correlation_id: Uuid({
      description: "Ties a request to its response, or related events to each other.",
      "x-storage": { column: "correlation_id", type: "uuid", key: "index" },
    }),
    cause: Type.Optional(
      Nullable(
        Text({
          description: "`id` of the message that led to this one; null or absent for a root.",
          "x-storage": { column: "cause", type: "text" },
        }),
      ),
    ),
    tenant_id: Text({
      description:
        "Tenant the message belongs to. Row-level security separates tenants by it, so it is never empty.",
      minLength: 1,
      "x-storage": { column: "tenant_id", type: "text", key: "tenant" },
    }),
    actor: Ref("cogo.v1/Actor", { description: "Who sent the message." }),
    payload: Type.Object(
      {},
      {
        description: "What the message says, by kind. Sanitized: no secrets in plain text.",
        "x-storage": { column: "payload", type: "jsonb" },
      },
    ),
    schema: Ref("cogo.v1/SchemaRef", { description: "Which payload schema the writer used." }),
    idempotency_key: Type.Optional(
      Text({
        description:
          "Opaque key of the unit of work, reused verbatim on every re-delivery; where absent, `id` takes its place.",
        minLength: 1,
        "x-storage": { column: "idempotency_key", type: "text", key: "dedup" },
      }),
    ),
  }),
);
