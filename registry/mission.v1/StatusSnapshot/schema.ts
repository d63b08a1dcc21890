import { Count, Nullable, subject, Text, Timestamp, Type } from "waybill/author";
import { Lane } from "../StatusEvent/words.ts";

const optional = Type.Optional;
const maybe = (description: string) => optional(Nullable(Text({ description })));

export const schema = subject(
  {
    title: "Status snapshot",
    description:
      "`status.json`: what a mission's log folded to when it was last written. A cache; the log is the truth.",
    "x-invariants": [
      "Folding the log by `at`, then `event_id`, up to `last_event_id` gives `work_packages`.",
      "`summary` counts the work packages by lane.",
    ],
  },
  Type.Object({
    mission_slug: Text({ description: "The mission's slug; empty for an empty log." }),
    mission_number: Nullable(Text({ description: "The mission's number, as text; null before it has one." })),
    mission_type: Text({ description: "Type of the mission, e.g. `software-dev`." }),
    materialized_at: Type.Unsafe<string>({
      description: "When the log was folded; empty for an empty log.",
      anyOf: [{ type: "string", format: "date-time" }, { const: "" }],
    }),
    event_count: Count({ description: "How many events of the log were folded." }),
    last_event_id: Nullable(Text({ description: "The last of them; null for an empty log." })),
    work_packages: Type.Object(
      {},
      {
        description: "State by work package, e.g. `WP01`.",
        additionalProperties: Type.Object(
          {
            lane: Lane("Where it is."),
            actor: Text({ description: "Who moved it last." }),
            last_event_id: Nullable(Text({ description: "The event that moved it last; null for none." })),
            last_transition_at: Nullable(Timestamp({ description: "When; null where it never moved." })),
            force_count: Count({ description: "How often it was moved by force." }),
            agent: maybe("Who works on it."),
            assignee: maybe("Who is to work on it."),
            role: maybe("Role of who works on it."),
            agent_profile: maybe("Profile that was loaded, or a word for none."),
            agent_profile_version: maybe("Version of that profile, or a word for none."),
            model: maybe("Model in use, or a word for unknown."),
            provider: maybe("Provider of that model, or a word for unknown."),
            shell_pid: optional(Nullable(Count({ description: "Process that works on it." }))),
            shell_pid_created_at: maybe("When that process began, in epoch seconds as text."),
            subtasks: optional(
              Type.Object(
                {},
                { description: "Lane by subtask.", additionalProperties: Lane("Where the subtask is.") },
              ),
            ),
            notes: optional(
              Type.Array(Text({ description: "A note." }), { description: "Notes, oldest first." }),
            ),
            tracker_refs: optional(
              Type.Array(Text({ description: "A reference, e.g. an issue's number." }), {
                description: "Issues it belongs to.",
              }),
            ),
            review: optional(
              Nullable(Type.Object({}, { description: "The last override of a review; null for none." })),
            ),
            review_result: optional(
              Nullable(Type.Object({}, { description: "The last result of a review; null for none." })),
            ),
          },
          { description: "One work package." },
        ),
      },
    ),
    summary: Type.Object(
      {},
      {
        description: "How many work packages are in each lane.",
        additionalProperties: Count({ description: "Work packages in the lane." }),
      },
    ),
    retrospective: optional(
      Nullable(Type.Object({}, { description: "What is known of the retrospective; null for none." })),
    ),
  }),
);
