import { Nullable, Open, OpenEnum, subject, Text, Timestamp, Type, Ulid } from "waybill/author";
import { EventId } from "../StatusEvent/words.ts";

const optional = Type.Optional;
const text = (description: string) => optional(Text({ description }));
const maybe = (description: string) => optional(Nullable(Text({ description })));

export const schema = subject(
  {
    title: "Decision point",
    description:
      "A question of the planning interview was opened, or resolved. Shares the log with the status events.",
    "x-invariants": [
      "Every `DecisionPointResolved` has an earlier `DecisionPointOpened` with the same `payload.decision_point_id`.",
      "`final_answer` is null where `terminal_outcome` is not `resolved`.",
    ],
  },
  Type.Object({
    event_id: EventId(),
    event_type: OpenEnum(["DecisionPointOpened", "DecisionPointResolved"], {
      description: "What happened to the question. Open: further steps may follow.",
    }),
    at: Timestamp({ description: "When, by the writer's clock." }),
    payload: Type.Object(
      {
        decision_point_id: Ulid({ description: "Identity of the question, a ULID." }),
        mission_id: Ulid({ description: "The mission it is asked in." }),
        mission_slug: Text({ description: "The mission's slug." }),
        mission_type: text("Type of the mission, e.g. `software-dev`."),
        run_id: text("Run of the mission in which it is asked."),
        step_id: text("Step of the run, e.g. `plan.risks`."),
        input_key: text("Key the answer is kept under."),
        phase: text("Phase of the mission, e.g. `PLAN`."),
        question: text("The question, for people."),
        options: optional(
          Type.Array(Open({ description: "One answer to choose, in the producer's form." }), {
            description: "Answers to choose from; empty for a free one.",
          }),
        ),
        origin_flow: text("Flow that asked, e.g. `plan`."),
        origin_surface: text("Where it was asked, e.g. `planning_interview`."),
        actor_type: optional(
          OpenEnum(["human", "llm", "service"], {
            description:
              "What kind of actor opened it. Open: one of several vocabularies for the same thing.",
          }),
        ),
        actor_id: text("Who opened it."),
        resolved_by: text("Who resolved it."),
        terminal_outcome: optional(
          OpenEnum(["resolved", "deferred", "canceled"], {
            description: "How it ended. Open, as every outcome is.",
          }),
        ),
        final_answer: maybe("The answer; null where there is none."),
        other_answer: optional(Type.Boolean({ description: "Whether the answer is none of the options." })),
        rationale: maybe("Why; null where nobody said."),
        summary: maybe("What was discussed; null for nothing."),
        closure_message: maybe("What the participants were told; null for nothing."),
        actual_participants: optional(
          Type.Array(Open({ description: "One participant, in the producer's form." }), {
            description: "Who took part.",
          }),
        ),
        closed_locally_while_widened: optional(
          Type.Boolean({ description: "Whether it was closed here while others were still being asked." }),
        ),
        state_entered_at: optional(Timestamp({ description: "When the question came into this state." })),
        recorded_at: optional(Timestamp({ description: "When the event was recorded." })),
      },
      { description: "The question and what became of it." },
    ),
  }),
);
