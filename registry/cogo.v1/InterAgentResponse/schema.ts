import { Count, Members, Open, subject, Text, Type, Ulid, When } from "waybill/author";

export const schema = subject(
  {
    title: "Inter-agent response",
    description: "The answer to one request: a result or an error, never both. Payload of `response`.",
    "x-invariants": ["`request_id` is the `id` of a request with the same `correlation_id`."],
  },
  Type.Object(
    {
      request_id: Ulid({ description: "`id` of the request this answers." }),
      ok: Type.Boolean({
        description: "Whether the action was done: with true there is a result, with false an error.",
      }),
      result: Type.Optional(
        Open({ description: "What the action gave, of any type; null where it gives nothing." }),
      ),
      error: Type.Optional(
        Type.Object(
          {
            code: Text({ description: "Which error, for machines; the receiver's own words.", minLength: 1 }),
            message: Text({ description: "What went wrong, for people; sanitized." }),
            retryable: Type.Boolean({ description: "Whether asking again could succeed." }),
            retry_after_ms: Type.Optional(
              Count({ description: "How long to wait before asking again, in milliseconds." }),
            ),
          },
          { description: "Why the action was not done." },
        ),
      ),
    },
    {
      allOf: [
        When(
          { ok: [true] },
          Members({ need: ["result"], refuse: ["error"] }),
          Members({ need: ["error"], refuse: ["result"] }),
        ),
      ],
    },
  ),
);
