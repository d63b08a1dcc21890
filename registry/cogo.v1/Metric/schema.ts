import { ClosedEnum, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Metric",
    description: "One reading of one metric. Payload of `metric`.",
    "x-invariants": ["A counter's `value` is never negative.", "One `name` has one `kind`, for good."],
  },
  Type.Object({
    name: Text({
      description: "Name of the metric, ending in its unit, e.g. `cogo_job_duration_seconds`.",
      pattern: "^cogo_[a-z0-9_]+$",
    }),
    kind: ClosedEnum(["counter", "gauge", "histogram"], {
      description:
        "How readings combine: counters add up, the last gauge counts, histogram readings are spread over buckets. Closed: a reader that does not know the kind would add up wrongly.",
    }),
    value: Type.Number({
      description: "The reading, in the unit the name ends in; one observation for a histogram.",
    }),
    labels: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: "object",
        description:
          "Dimensions, name to value; usual ones are tenant, job_type, worker, tool, provider, model. Keep the number of distinct values small.",
        additionalProperties: { type: "string", description: "The label's value." },
      }),
    ),
  }),
);
