import { Nullable, Open, subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of explain",
    description: "`waybill explain --json`: why a rule exists, with a pair on which it fires.",
  },
  Type.Object({
    format: format("explain"),
    id: Text({ description: "The rule.", pattern: "^[A-Z][A-Z0-9_]*$" }),
    summary: Text({ description: "What it says, in one clause." }),
    why: Text({ description: "Why it matters." }),
    fix: Text({ description: "How to mend what it finds." }),
    occurs: Type.Optional(
      Text({ description: "How one meets it; absent where an example pair says it better." }),
    ),
    example: Nullable(
      Type.Object(
        {
          before: Open({ description: "The old schema." }),
          after: Open({ description: "The new schema." }),
          witness: Type.Optional(Open({ description: "A document that breaks." })),
          mended: Type.Optional(
            Type.Object(
              {
                here: Type.Optional(Open({ description: "As the next version of the subject." })),
                successor: Type.Optional(
                  Open({ description: "As the first version in the successor namespace." }),
                ),
              },
              { description: "What works instead; one of the two." },
            ),
          ),
        },
        { description: "A pair on which it fires; null for rules that compare nothing." },
      ),
    ),
  }),
);
