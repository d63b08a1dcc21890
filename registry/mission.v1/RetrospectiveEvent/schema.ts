import { ClosedEnum, Count, Nullable, OpenEnum, subject, Text, Timestamp, Type, Ulid } from "waybill/author";
import { EventId } from "../StatusEvent/words.ts";

const optional = Type.Optional;
const text = (description: string) => optional(Text({ description }));

export const schema = subject(
  {
    title: "Retrospective event",
    description:
      "A mission's retrospective was captured, failed to be, or was skipped. Shares the log with the status events, under a discriminator of its own.",
    "x-invariants": ["`lamport` grows with every retrospective event of a mission."],
  },
  Type.Object({
    event_id: EventId(),
    type: OpenEnum(["RetrospectiveCaptured", "RetrospectiveCaptureFailed", "RetrospectiveSkipped"], {
      description: "What happened. Open: further outcomes may follow.",
    }),
    schema_version: Count({ description: "The producer's schema version, from 1.", minimum: 1 }),
    lamport: Count({ description: "Logical clock of the mission's retrospective events." }),
    at: Timestamp({ description: "When, by the writer's clock." }),
    mission_id: Ulid({ description: "The mission's identity." }),
    mission_slug: Text({ description: "The mission's slug." }),
    wp_id: Type.Null({ description: "Always null: a retrospective is of the whole mission." }),
    actor: Type.Object(
      {
        kind: OpenEnum(["human", "agent", "runtime"], {
          description: "What kind of actor. Open: one of several vocabularies for the same thing.",
        }),
        id: Text({ description: "Who, in that kind." }),
        display: Nullable(Text({ description: "Name for people; null for none." })),
      },
      { description: "Who captured it." },
    ),
    execution_mode: ClosedEnum(["worktree", "main"], {
      description:
        "Where it was captured. Closed, and other words than the status event's for the same thing.",
    }),
    force: Type.Boolean({ description: "Whether it was captured against the rules." }),
    policy_source: Type.Object(
      {},
      { description: "Where each setting came from, by name, e.g. `<default>`." },
    ),
    provenance_kind: text("What led to the capture, e.g. `runtime_post_completion`."),
    record_path: text("File the retrospective was written to."),
    generator_version: text("Version of the generator."),
    findings_status: optional(
      OpenEnum(["has_findings", "ran_no_findings"], {
        description: "Whether it found anything. Open, as every status is.",
      }),
    ),
    proposal_count: optional(Count({ description: "How many proposals it made." })),
    evidence_ref_count: optional(Count({ description: "How many references to evidence it holds." })),
    attempted_provenance_kind: text("What led to the failed attempt."),
    failure_category: text("What kind of failure, e.g. `generator_exception`."),
    failure_message: text("What went wrong, for people."),
    missing_artifacts: optional(
      Nullable(
        Type.Array(Text({ description: "Path of a file." }), {
          description: "Files that were needed and not there; null where none was missing.",
        }),
      ),
    ),
    remediation_hint: text("What to do about it, for people."),
    skip_reason: optional(Nullable(Text({ description: "Why it was skipped; null where nobody said." }))),
  }),
);
