import { Count, Open, OpenEnum, subject, Text, Type } from "waybill/author";
import { format, verdicts } from "../Finding/words.ts";
import { verdictFields } from "../Verdict/fields.ts";

const optional = Type.Optional;
const count = (description: string) => optional(Count({ description }));
const time = (description: string) => optional(Type.Number({ description, minimum: 0 }));
const question = {
  id: Text({ description: "The pair's id." }),
  direction: OpenEnum(["oldSubsetOfNew", "newSubsetOfOld"], {
    description: "Which inclusion was asked. Open: other questions may come.",
  }),
};
const result = {
  ...question,
  verdict: OpenEnum(verdicts, { description: "The answer. Open: a table is read by people first." }),
  witness: Open({ description: "The refuting document; null where there is none." }),
};

export const schema = subject(
  {
    title: "Answer of prove",
    description:
      "`waybill prove --json`: one verdict, or with `--pairs` the verdicts over a file of labelled pairs held against their labels.",
  },
  Type.Object({
    format: format("prove"),
    old: optional(Text({ description: "The writer's side of one pair: a version's address, or a file." })),
    new: optional(Text({ description: "The reader's side." })),
    ...verdictFields,
    verdict: optional(verdictFields.verdict),
    pairs: count("Pairs read."),
    questions: count("Inclusions asked."),
    decided: count("Of those, decided."),
    right: count("Verdicts equal to their label."),
    wrong: count("Verdicts that differ and are not confirmed by both validators."),
    undecided: count("Inclusions not decided."),
    excluded: optional(
      Type.Array(
        Type.Object(
          { id: question.id, check: Text({ description: "How far the label was checked." }) },
          { description: "One pair." },
        ),
        { description: "Pairs whose labels are unsure." },
      ),
    ),
    p50: time("Median time of one question, in milliseconds."),
    p95: time("Time that 95 of 100 questions stay under, in milliseconds."),
    max: time("Longest time of one question, in milliseconds."),
    results: optional(
      Type.Array(Type.Object(result, { description: "One question." }), { description: "Every answer." }),
    ),
    mismatches: optional(
      Type.Array(
        Type.Object(
          { ...result, expected: Type.Boolean({ description: "What the label says." }) },
          { description: "One question." },
        ),
        { description: "Verdicts that differ from a label." },
      ),
    ),
    refuted: optional(
      Type.Array(Type.Object({ ...question, witness: result.witness }, { description: "One question." }), {
        description: "Labels that both validators refute with the witness.",
      }),
    ),
    undecidedReasons: optional(
      Type.Array(
        Type.Object(
          {
            ...question,
            reason: Text({ description: "Why it could not be decided." }),
            pointer: Text({ description: "Place in the schema, a JSON Pointer." }),
          },
          { description: "One question." },
        ),
        { description: "Why some were not decided." },
      ),
    ),
  }),
);
