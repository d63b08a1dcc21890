import { Nullable, Open, OpenEnum, subject, Text, Type, When } from "waybill/author";

const maybe = (description: string) => Type.Optional(Nullable(Text({ description })));

export const schema = subject(
  {
    title: "Next decision",
    description:
      'The runtime\'s answer to "what next": a step to do, a decision to make, or why there is neither.',
  },
  Type.Object(
    {
      kind: OpenEnum(["step", "decision_required", "blocked", "terminal", "query"], {
        description: "What comes next. Open: `query` came later; a loop stops at a kind it does not know.",
      }),
      prompt_file: Nullable(
        Text({ description: "File with the prompt of the step; null unless `kind` is `step`." }),
      ),
      run_id: maybe("The run."),
      step_id: maybe("The step to do."),
      decision_id: maybe("The decision to make."),
      question: maybe("What is to be decided, for people."),
      options: Type.Optional(
        Nullable(
          Type.Array(Open({ description: "One answer to choose." }), {
            description: "Answers to choose from.",
          }),
        ),
      ),
      reason: maybe("Why the run is blocked or over."),
      progress: Type.Optional(
        Nullable(Type.Object({}, { description: "How far the mission is, in counts by name." })),
      ),
    },
    {
      allOf: [
        When({ kind: ["step"] }, { type: "object", properties: { prompt_file: { type: "string" } } }),
        When(
          { kind: ["decision_required", "blocked", "terminal", "query"] },
          { type: "object", properties: { prompt_file: { type: "null" } } },
        ),
      ],
    },
  ),
);
