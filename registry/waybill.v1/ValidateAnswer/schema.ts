import { Count, Nullable, subject, Text, Type } from "waybill/author";
import { format, Pointer } from "../Finding/words.ts";

const count = (description: string) => Count({ description });

export const schema = subject(
  {
    title: "Answer of validate",
    description: "`waybill validate --json`: how many lines are valid, and equal errors grouped.",
    "x-invariants": [
      "`lines` is the sum of `valid`, `invalid`, `malformed` and `unrouted`.",
      "`bySubject` sums up to `valid` and `invalid`.",
      "At most 1,000 groups are told apart; the last one then counts the rest.",
    ],
  },
  Type.Object({
    format: format("validate"),
    lines: count("Values read that passed every `--where`; a document is one."),
    valid: count("Of those, valid."),
    invalid: count("Of those, invalid."),
    malformed: count("Of those, no JSON that could be read."),
    unrouted: count("Of those, routed to no subject, or without the place `--at` names."),
    notes: count("Notes on valid or invalid lines: unknown values of open lists and the like."),
    bySubject: Type.Object(
      {},
      {
        description: "The same by subject.",
        additionalProperties: Type.Object(
          {
            lines: count("Lines judged by it."),
            valid: count("Of those, valid."),
            invalid: count("Of those, invalid."),
          },
          { description: "One subject." },
        ),
      },
    ),
    groups: Type.Array(
      Type.Object(
        {
          subject: Nullable(
            Text({ description: "Subject that rejects; null for malformed and unrouted lines." }),
          ),
          pointer: Pointer("Place in the instance."),
          keyword: Text({
            description: "The keyword that rejects it; `json` and `route` for lines never judged.",
          }),
          message: Text({ description: "What is wrong, in plain words." }),
          count: Count({ description: "How often.", minimum: 1 }),
          first: Type.Object(
            {
              file: Text({ description: "The file, `(stdin)` for standard input." }),
              line: Count({ description: "The line, from 1.", minimum: 1 }),
            },
            { description: "Where it was met first." },
          ),
        },
        { description: "Equal errors." },
      ),
      { description: "Most frequent first." },
    ),
  }),
);
