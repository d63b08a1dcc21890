import { Nullable, OpenEnum, subject, Text, Timestamp, Type, Uuid } from "waybill/author";
import { EventId } from "../StatusEvent/words.ts";

export const schema = subject(
  {
    title: "Lifecycle event",
    description:
      "A mission or a work package came to a stage of its life: created, specified, planned, broken into tasks. Shares the log with the status events.",
    "x-invariants": [
      "`aggregate_id` is the mission's id or slug for a `Mission`, the work package's id for a `WorkPackage`.",
      "`schema_version` is the producer's own number, neither the version of this schema nor of a package.",
    ],
  },
  Type.Object({
    event_id: EventId(),
    event_type: OpenEnum(
      [
        "MissionCreated",
        "SpecifyStarted",
        "SpecifyCompleted",
        "PlanStarted",
        "PlanCompleted",
        "TasksStarted",
        "TasksCompleted",
        "WPCreated",
        "ReviewerSelfApproval",
      ],
      { description: "What happened. Open: stages are added." },
    ),
    aggregate_type: OpenEnum(["Mission", "WorkPackage"], {
      description: "What it happened to. Open: other aggregates may follow.",
    }),
    aggregate_id: Text({ description: "Which one it happened to.", minLength: 1 }),
    project_uuid: Nullable(Uuid({ description: "The project, where it is registered; null where not." })),
    project_slug: Nullable(Text({ description: "The project's slug; null where it is not registered." })),
    schema_version: Text({
      description: "The producer's schema version, e.g. `5.0.0`.",
      pattern: "^\\d+\\.\\d+\\.\\d+$",
    }),
    timestamp: Timestamp({ description: "When it was recorded, by the writer's clock." }),
    payload: Type.Object({}, { description: "What is told of it, by `event_type`, in the producer's form." }),
  }),
);
