import { Count, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Inter-agent request",
    description: "One agent asks another to do something. Payload of `request`.",
    "x-invariants": [
      "The response carries the `correlation_id` of this request's envelope and its `id` as `request_id`.",
    ],
  },
  Type.Object({
    action: Text({
      description: "What is asked, in the receiver's own words, e.g. `plan.review`.",
      minLength: 1,
    }),
    params: Type.Object(
      {},
      { description: "Arguments of the action; their members are the receiver's affair." },
    ),
    reply_to: Type.Optional(
      Text({
        description:
          "Channel for the answer, `<tenant>.<type_prefix>.<agent>.<topic>`; absent where none is awaited.",
        pattern: "^[a-z0-9_-]+(\\.[a-z0-9_-]+){3}$",
      }),
    ),
    ttl_ms: Type.Optional(
      Count({
        description: "How long the request is worth doing, in milliseconds from `ts` of the envelope.",
        minimum: 1,
      }),
    ),
    idempotency_key: Type.Optional(
      Text({
        description: "Key of the asked-for effect, reused verbatim when the request is sent again.",
        minLength: 1,
      }),
    ),
  }),
);
