import { subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "List of rules",
    description: "`waybill explain --json` without a rule: every rule that a finding can name.",
  },
  Type.Object({
    format: format("rules"),
    rules: Type.Array(
      Type.Object(
        {
          id: Text({ description: "The rule; `waybill explain` tells of it.", pattern: "^[A-Z][A-Z0-9_]*$" }),
          summary: Text({ description: "What it says, in one clause." }),
        },
        { description: "One rule." },
      ),
      { description: "Every rule." },
    ),
  }),
);
