import { Count, OpenEnum, subject, Text, Timestamp, Type, Uuid } from "waybill/author";

export const schema = subject(
  {
    title: "Job failed",
    description:
      "A job's attempt ended in failure, with all that a dead-letter queue needs. Payload of `job_failed`.",
    "x-invariants": ["A job whose `reason_code` is `exhausted_retries` is not `retryable`."],
  },
  Type.Object({
    job_id: Uuid({ description: "The job that failed." }),
    reason_code: OpenEnum(
      [
        "parse_error",
        "validation_failed",
        "dependency_unavailable",
        "timeout",
        "exhausted_retries",
        "policy_violation",
        "infrastructure_failure",
        "compensation_failed",
      ],
      {
        description:
          "Why it failed, for machines. Open: causes of failure are learned in operation; treat an unknown one by `retryable`.",
      },
    ),
    last_error: Text({ description: "The last error, for people; sanitized, may be cut short." }),
    attempts: Count({
      description: "How many attempts were made in all, the failed one included.",
      minimum: 1,
    }),
    retryable: Type.Boolean({ description: "Whether another attempt could succeed and may be scheduled." }),
    last_owner: Type.Optional(Text({ description: "`worker_id` of the last lease holder." })),
    last_lease_expires_at: Type.Optional(
      Timestamp({ description: "When the last lease ended or would have ended." }),
    ),
    stage: Type.Optional(
      OpenEnum(["input", "fetch", "exec", "output", "commit"], {
        description: "How far the attempt came. Open: pipelines gain stages, and a reader only reports it.",
      }),
    ),
  }),
);
