import { Count, Nullable, subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

const count = (description: string) => Count({ description });

export const schema = subject(
  {
    title: "Answer of journal upgrade",
    description:
      "`waybill journal upgrade --json`: what became of how many lines, and why the others stayed as they were.",
    "x-invariants": [
      "`lines` is the sum of `upgraded`, `current`, `drift`, `unsupported`, `malformed` and `unrouted`.",
    ],
  },
  Type.Object({
    format: format("journal"),
    action: Type.Literal("upgrade", { description: "Which action of the command this answers." }),
    file: Text({ description: "The journal as named; `/dev/stdin` for standard input." }),
    output: Nullable(
      Text({ description: "Where the lines were written; null where they were only counted." }),
    ),
    lines: count("Lines that hold something."),
    upgraded: count("Of those, brought up to date."),
    current: count("Of those, valid as they are."),
    drift: count("Of those, of a known shape or version and not valid there."),
    unsupported: count("Of those, of an unknown version, or with a word no rule stands for."),
    malformed: count("Of those, no JSON that could be read."),
    unrouted: count("Of those, of no subject."),
    by: Type.Array(
      Type.Object(
        {
          migrations: Text({ description: "Migrations taken, in order, e.g. `feature-slug -> 1`." }),
          lines: Count({ description: "Lines that took them.", minimum: 1 }),
        },
        { description: "One way up." },
      ),
      { description: "The ways taken." },
    ),
    left: Type.Array(
      Type.Object(
        {
          reason: Text({ description: "What stood in the way, in plain words." }),
          lines: Count({ description: "Lines it kept.", minimum: 1 }),
          first: Count({ description: "The first of them, from 1.", minimum: 1 }),
        },
        { description: "One reason." },
      ),
      { description: "Why lines stayed as they were." },
    ),
  }),
);
