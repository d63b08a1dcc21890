import { Count, Open, OpenEnum, subject, Text, Type } from "waybill/author";

const optional = Type.Optional;
const list = (description: string) =>
  optional(Type.Array(Open({ description: "One entry, in the charter's own form." }), { description }));

export const schema = subject(
  {
    title: "Governance context",
    description:
      "The rules that apply to an action, from the charter: as text for a prompt, or as JSON. Both views name action and mode; each has members of its own.",
    "x-invariants": ["The text view and the JSON view of one context name the same directives."],
  },
  Type.Object(
    {
      action: Text({ description: "What is to be done.", minLength: 1 }),
      mode: OpenEnum(["compact", "bootstrap", "missing"], {
        description:
          "How much of the charter is shown; `missing` where there is none. Open, modes are added.",
      }),
      first_load: optional(
        Type.Boolean({ description: "Text view: whether it is the first time for this action." }),
      ),
      text: optional(Text({ description: "Text view: the rules, for the prompt." })),
      references_count: optional(Count({ description: "Text view: how many references it has." })),
      depth: optional(Count({ description: "Text view: how deep references were followed." })),
      context_schema_version: optional(
        Text({
          description: "JSON view: version of its own key ledger, e.g. `1.1.0`.",
          pattern: "^\\d+\\.\\d+\\.\\d+$",
        }),
      ),
      directives: list("JSON view: directives that apply."),
      tactics: list("JSON view: tactics that apply."),
      styleguides: list("JSON view: style guides that apply."),
      toolguides: list("JSON view: guides to tools that apply."),
      procedures: list("JSON view: procedures that apply."),
      all_directives: optional(Open({ description: "JSON view: directives whether they apply or not." })),
      references: optional(Open({ description: "JSON view: documents referred to." })),
      project_charter: optional(Open({ description: "JSON view: the project's charter." })),
      org_charter: optional(Open({ description: "JSON view: the organisation's charter." })),
      governance_references: optional(Open({ description: "JSON view: where the rules come from." })),
    },
    {
      dependentRequired: {
        text: ["first_load", "references_count", "depth"],
        context_schema_version: ["directives", "tactics", "styleguides", "toolguides", "procedures"],
      },
    },
  ),
);
