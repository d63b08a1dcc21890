import { ClosedEnum, Nullable, subject, Text, Timestamp, Type, Uuid } from "waybill/author";

export const schema = subject(
  {
    title: "Actor envelope",
    description:
      "One message between agents: a chat, a task, an event or a reply. The platform routes it without reading the payload; a message delivered again is the same envelope to the letter.",
    "x-kinds": {
      discriminator: "/kind",
      payload: "/payload",
      map: {
        chat: "actor.v1/ChatPayload",
        task: "actor.v1/TaskPayload",
        event: "actor.v1/EventPayload",
        reply: "actor.v1/ReplyPayload",
      },
    },
    "x-invariants": [
      {
        rule: "A root message has `correlation_id` equal to its `id` and no cause.",
        check: {
          when: [{ causation_id: null }, { causation_id: { present: false } }],
          equal: ["/correlation_id", "/id"],
        },
      },
      "`causation_id`, where present, is the `id` of a message with the same `correlation_id`.",
      "`id` and `idempotency_key` are reused verbatim on re-delivery.",
      "An event is fanned out: one envelope per subscriber, each with a concrete `to`.",
      "A worker's lease ends at `deadline` plus a grace period.",
    ],
  },
  Type.Object({
    id: Uuid({
      description: "Identity of the unit of work; the same on every delivery of it.",
      "x-storage": { json: "backlog_metadata", key: "id" },
    }),
    kind: ClosedEnum(["chat", "task", "event", "reply"], {
      description:
        "Selects the payload; the only discriminator. Closed: the actor model is these four, a fifth is a new model.",
      "x-storage": { json: "backlog_metadata", key: "kind" },
    }),
    from: Text({
      description: "Sender: an agent's name, a user's id as text, or `system`.",
      minLength: 1,
      "x-storage": { column: "source_agent_name", else: ["source_user_id", "system"], type: "text" },
    }),
    to: Text({
      description: "Name of the one agent that receives it; never a group.",
      minLength: 1,
      "x-storage": { column: "agent_name", type: "text" },
    }),
    correlation_id: Uuid({
      description: "Groups all messages of a workflow: the `id` of its root.",
      "x-storage": { json: "backlog_metadata", key: "correlation_id" },
    }),
    causation_id: Type.Optional(
      Nullable(
        Uuid({
          description: "`id` of the message that led to this one; null or absent for a root.",
          "x-storage": { json: "backlog_metadata", key: "causation_id" },
        }),
      ),
    ),
    idempotency_key: Text({
      description:
        "Opaque key of the effect, derived from the call's arguments, e.g. `sched:<execution id>` or `auto:<sha256>`. Work under a key done before is not done again.",
      minLength: 1,
      "x-storage": { json: "backlog_metadata", key: "idempotency_key" },
    }),
    deadline: Timestamp({
      description:
        "When the answer stops mattering, UTC. The backend computes it from the timeout of the agent or schedule.",
      pattern: "Z$",
      "x-storage": { column: "timeout_seconds", type: "integer", from: "deadline minus now, in seconds" },
    }),
    payload: Type.Object(
      {},
      {
        description: "What the message says, by kind.",
        "x-storage": { column: "message", type: "text", json: "backlog_metadata" },
      },
    ),
  }),
);
