import { ClosedEnum, Count, Nullable, Sha256, subject, Text, Timestamp, Type, Uuid } from "waybill/author";
import { ErrorCode, Outcome } from "../ReplyPayload/words.ts";
import { SchemaBlock } from "./block.ts";

const agent = { "x-assigned-by": "agent", "x-redact": "immutable" };
const copied = { "x-assigned-by": "copied", "x-redact": "immutable" };

export const schema = subject(
  {
    title: "Journal entry",
    description:
      "One line of an agent's `journal.ndjson`, written when it has processed a message. The agent writes it alone: nothing in it needs the platform. It holds the message's header and a digest of the payload, never the payload.",
    "x-invariants": [
      "One entry per processed message; a second one for the same message only with a higher `redelivery_count`.",
      "`seq` grows by one from entry to entry, across rotated files.",
      {
        rule: "Where the message has no cause, `message.correlation_id` equals `message.id`.",
        check: {
          when: [{ "/message/causation_id": null }, { "/message/causation_id": { present: false } }],
          equal: ["/message/correlation_id", "/message/id"],
        },
      },
      {
        rule: "Work ends after it began.",
        check: { ordered: ["/started_at", "/finished_at"] },
      },
      "`checkpoint_ref.sha256` is the digest of the state file as it was when the entry was written.",
      "A line is never rewritten; retention drops whole oldest files, and the header chain proves the gap.",
    ],
  },
  Type.Object({
    record: Type.Literal("entry", { description: "Tells entries from headers.", ...agent }),
    schema: SchemaBlock(agent),
    seq: Count({ description: "Place in the journal, from 1, without gaps.", minimum: 1, ...agent }),
    recorded_at: Timestamp({ description: "When the entry was written, UTC.", pattern: "Z$", ...agent }),
    message: Type.Object(
      {
        id: Uuid({ description: "The envelope's `id`." }),
        kind: ClosedEnum(["chat", "task", "event", "reply"], {
          description: "The envelope's `kind`. Closed as there.",
        }),
        from: Text({ description: "The envelope's `from`.", minLength: 1 }),
        to: Text({ description: "The envelope's `to`.", minLength: 1 }),
        correlation_id: Uuid({ description: "The envelope's `correlation_id`." }),
        causation_id: Type.Optional(
          Nullable(Uuid({ description: "The envelope's `causation_id`; null for a root." })),
        ),
        idempotency_key: Text({ description: "The envelope's `idempotency_key`.", minLength: 1 }),
        deadline: Timestamp({ description: "The envelope's `deadline`, UTC.", pattern: "Z$" }),
      },
      { description: "The envelope of the message, without its payload.", ...copied },
    ),
    payload_sha256: Sha256({
      description: "SHA-256 over the RFC 8785 form of the payload, which stays out of the journal.",
      ...agent,
    }),
    user_message: Type.Optional(
      Nullable(
        Text({
          description: "The text a user wrote, where there is one.",
          "x-assigned-by": "agent",
          "x-redact": "on-export",
        }),
      ),
    ),
    redelivery_count: Count({
      description: "How often the message was delivered before, from 0.",
      ...copied,
    }),
    started_at: Timestamp({ description: "When work on the message began, UTC.", pattern: "Z$", ...agent }),
    finished_at: Timestamp({ description: "When it ended, UTC.", pattern: "Z$", ...agent }),
    outcome: Type.Object(
      {
        status: Outcome("How it ended."),
        error_code: ErrorCode("Why it failed."),
      },
      { description: "What came of it, in the words of the reply.", ...agent },
    ),
    usage: Type.Object(
      {
        cost: Type.Number({ description: "What the model calls cost, in US dollars.", minimum: 0 }),
        tokens: Count({ description: "Tokens used, in and out." }),
        session_id: Nullable(Text({ description: "Session the work was done in; null for none." })),
      },
      { description: "What it took.", ...agent },
    ),
    emitted: Type.Array(Uuid({ description: "`id` of a message." }), {
      description: "Messages this one led to; empty for none.",
      ...agent,
    }),
    execution_id: Type.Optional(
      Text({
        description: "The platform's id of the execution, where it told one. Never required.",
        "x-assigned-by": "platform",
      }),
    ),
    checkpoint_ref: Type.Optional(
      Type.Object(
        {
          workflow_id: Uuid({ description: "`correlation_id` of the workflow." }),
          path: Text({ description: "The state file, relative to the agent's repository.", minLength: 1 }),
          revision: Count({ description: "Revision of the state the entry left behind.", minimum: 1 }),
          sha256: Sha256({ description: "Digest of the file's bytes at that revision." }),
        },
        {
          description:
            "The workflow's checkpoint after this message. Checkpoints live in files of their own.",
          ...agent,
        },
      ),
    ),
  }),
);
