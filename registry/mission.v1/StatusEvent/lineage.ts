import { Nullable, subject, Text, Timestamp, Type, Ulid } from "waybill/author";
import { Actor, EventId, ExecutionMode, firstLanes, Lane, lanes, Verdict, WorkPackageId } from "./words.ts";

const optional = Type.Optional;

/**
 * The status event as it was at each published version: 1 names the mission by slug, 2 (2026-04) also by id,
 * 3 (2026-07) adds the result of a review and knows the lane `genesis`.
 */
export function statusEvent(version: 1 | 2 | 3) {
  const known = version < 3 ? firstLanes : lanes;
  return subject(
    {
      title: "Status event",
      description:
        "A work package moved from one lane to another. The log is append-only and is folded by `at`, then `event_id`; what the board shows is the fold.",
      "x-invariants": [
        {
          rule: "`reason` is not empty where `force` is true.",
          check: { when: { force: true }, filled: "/reason" },
        },
        "Without `force`, `from_lane` to `to_lane` is an edge of the board, and `from_lane` is where the fold before left the package.",
        "`done` and `canceled` are left only by force.",
        "`event_id` is unique in a log.",
      ],
    },
    Type.Object({
      event_id: EventId(),
      mission_slug: Text({ description: "The mission's slug, which its folder carries.", minLength: 1 }),
      ...(version >= 2 && {
        mission_id: optional(
          Ulid({ description: "The mission's identity, a ULID; its slug may be renamed." }),
        ),
      }),
      wp_id: WorkPackageId("The work package that moved, e.g. `WP01`; unique within its mission."),
      from_lane: Lane("Lane it left.", known),
      to_lane: Lane("Lane it entered.", known),
      at: Timestamp({ description: "When it moved, by the writer's clock." }),
      actor: Actor("Who moved it."),
      force: Type.Boolean({ description: "Whether the move was made against the rules of the board." }),
      execution_mode: ExecutionMode("Where its work is done: in a worktree, or directly in the repository."),
      reason: Nullable(Text({ description: "Why; demanded of forced moves." })),
      review_ref: Nullable(Text({ description: "The review the move rests on; null for none." })),
      evidence: Nullable(
        Type.Object(
          {
            review: Type.Object(
              {
                reviewer: Text({ description: "Who reviewed." }),
                verdict: Verdict("What the review came to."),
                reference: Text({ description: "Where the review is written down, or what it said." }),
              },
              { description: "The review." },
            ),
            repos: optional(
              Type.Array(Type.Object({}, { description: "One repository, in the writer's own form." }), {
                description: "Repositories and commits that hold the work.",
              }),
            ),
            verification: optional(
              Type.Array(Type.Object({}, { description: "One check, in the writer's own form." }), {
                description: "Checks that were run.",
              }),
            ),
          },
          { description: "What shows that the work is done; null for none." },
        ),
      ),
      policy_metadata: Nullable(
        Type.Object(
          {},
          { description: "What policies and gates left behind, by their own names; null for none." },
        ),
      ),
      ...(version >= 3 && {
        review_result: optional(
          Nullable(
            Type.Object(
              {
                reviewer: Text({ description: "Who reviewed." }),
                verdict: Verdict("What the review came to."),
                reference: Text({ description: "Where the review is written down, or what it said." }),
                feedback_path: optional(
                  Nullable(Text({ description: "File with the reviewer's feedback; null for none." })),
                ),
              },
              { description: "Result of the review that ended with this move; null for none." },
            ),
          ),
        ),
      }),
    }),
  );
}
