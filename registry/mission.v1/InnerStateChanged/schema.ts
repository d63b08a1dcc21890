import { Count, Nullable, subject, Text, Timestamp, Type } from "waybill/author";
import { Actor, EventId, Lane, WorkPackageId } from "../StatusEvent/words.ts";

const optional = Type.Optional;
const word = (description: string) => optional(Text({ description, minLength: 1 }));
const references = (description: string) =>
  optional(Type.Array(Text({ description: "A reference, e.g. an issue's number." }), { description }));

export const schema = subject(
  {
    title: "Inner state changed",
    description:
      "Something about a work package changed while it stayed in its lane: who works on it, what is done of it, a note. Shares the log with the status events.",
    "x-invariants": [
      "`delta` names only what changed; the fold keeps the rest.",
      "`release_runtime_claim` gives back agent and process of the package.",
    ],
  },
  Type.Object({
    event_id: EventId(),
    kind: Type.Literal("annotation", { description: "Tells these lines from the others of the log." }),
    wp_id: WorkPackageId("The work package it is about, e.g. `WP01`."),
    at: Timestamp({ description: "When it changed, by the writer's clock." }),
    actor: Actor("Who changed it."),
    delta: Type.Object(
      {
        shell_pid: optional(Count({ description: "Process that works on it, an operating system's id." })),
        shell_pid_created_at: word("When that process began, in epoch seconds as text; tells a reused id."),
        subtasks: optional(
          Type.Object(
            {},
            {
              description: "Lane by subtask, e.g. `T001`.",
              additionalProperties: Lane("Where the subtask is."),
            },
          ),
        ),
        note: word("A note, added to those there are."),
        tracker_refs: references("Issues it belongs to, added to those there are."),
        tracker_refs_replace: references("Issues it belongs to, in place of those there are."),
        agent: word("Who works on it; never empty."),
        assignee: word("Who is to work on it."),
        review: optional(
          Nullable(
            Type.Object(
              {
                at: Text({ description: "When the review was overridden, RFC 3339; empty in old lines." }),
                actor: Text({ description: "Who did; empty in old lines." }),
                wp_id: Text({ description: "The work package; empty in old lines." }),
                reason: Text({ description: "Why; empty in old lines." }),
              },
              { description: "An override of a review; null takes it back." },
            ),
          ),
        ),
        role: word("Role of who works on it, e.g. `implementer`."),
        agent_profile: word("Profile that was loaded, or a word for none."),
        agent_profile_version: word("Version of that profile, or a word for none."),
        model: word("Model in use, or a word for unknown."),
        provider: word("Provider of that model, or a word for unknown."),
        release_runtime_claim: optional(
          Type.Literal(true, {
            description: "Present where the claim of the running process is given back.",
          }),
        ),
      },
      {
        additionalProperties: false,
        description:
          "What changed. Closed: the fold refuses what it does not know, since an unknown change would be lost.",
      },
    ),
  }),
);
