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
    example: Nullable(
      Type.Object(
        {
          before: Open({ description: "The old schema." }),
          after: Open({ description: "The new schema." }),
          witness: Type.Optional(Open({ description: "A document that breaks." })),
        },
        { description: "A pair on which it fires; null for rules that compare nothing." },
      ),
    ),
  }),
);
