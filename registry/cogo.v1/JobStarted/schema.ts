import { Count, subject, Text, Timestamp, Type, Uuid } from "waybill/author";

export const schema = subject(
  {
    title: "Job started",
    description: "A worker took a job under a lease and began an attempt. Payload of `job_started`.",
    "x-invariants": ["`attempt` grows by one with each start of the same `job_id`."],
  },
  Type.Object({
    job_id: Uuid({ description: "The job; the same over all its attempts." }),
    job_type: Text({
      description: "What sort of job it is, e.g. `index_repository`; chooses the worker.",
      minLength: 1,
    }),
    worker_id: Text({ description: "The worker process that holds the lease.", minLength: 1 }),
    lease_expires_at: Timestamp({
      description:
        "When the lease ends unless a heartbeat renews it; another worker may take the job after that.",
    }),
    attempt: Count({ description: "Which attempt this is, counted from 1.", minimum: 1 }),
    executor_id: Type.Optional(
      Text({ description: "The executor that runs the worker, where there is one." }),
    ),
  }),
);
