import { Count, Nullable, Ref, subject, Text, Timestamp, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Claim response",
    description:
      "What a worker gets when it claims work: the envelope, and the lease under which it may work on it.",
    "x-invariants": [
      "A result is taken only under the `claim_token` of the current lease.",
      "`redelivery_count` grows by one each time a lease ran out.",
    ],
  },
  Type.Object({
    envelope: Ref("actor.v1/Envelope", { description: "The claimed message, as it was enqueued." }),
    execution_id: Text({ description: "The platform's id of this execution.", minLength: 1 }),
    claim_token: Text({
      description: "Secret of this lease; the result must carry it.",
      minLength: 1,
      "x-redact": "prohibited",
    }),
    lease_expires_at: Timestamp({
      description: "When the lease ends and the work may go to another worker.",
    }),
    claimed_by_worker: Text({ description: "Name of the worker that holds the lease.", minLength: 1 }),
    redelivery_count: Count({ description: "How often the work was delivered before, from 0." }),
    prior_trace: Type.Optional(
      Nullable(
        Type.Object(
          {},
          { description: "Reserved: what earlier attempts left behind. Its form is not decided." },
        ),
      ),
    ),
  }),
);
