import { Members, OpenEnum, subject, Text, Type, When } from "waybill/author";

const optional = Type.Optional;
const day = (description: string) =>
  Type.String({ description: `${description} A date such as \`2026-03-02\`.`, format: "date" });

const deferred = Type.Object(
  {
    finding: Text({ description: "What was found and left for later.", minLength: 1 }),
    rationale: Text({ description: "Why it can wait.", minLength: 1 }),
    owner: Text({ description: "Who looks to it.", minLength: 1 }),
    trigger: Text({ description: "What makes it due.", minLength: 1 }),
    deadline: day("When it is due at the latest, trigger or not."),
    blast_radius: Text({
      description: "What breaks, and how widely, if it goes wrong meanwhile.",
      minLength: 1,
    }),
  },
  { description: "One deferred finding." },
);

export const schema = subject(
  {
    title: "Decision ledger entry",
    description: "One decision, open or made, with what it costs and what it leaves for later.",
    "x-invariants": ["A decided entry is not edited: a later entry supersedes it."],
  },
  Type.Object(
    {
      id: Text({
        description: "Name of the decision, e.g. `DL-001`; never used again.",
        pattern: "^DL-\\d{3}$",
      }),
      title: Text({ description: "The question in a few words.", minLength: 1 }),
      gate: optional(
        Text({
          description: "The gate of the roadmap that waits for it, e.g. `DG-L4.1`.",
          pattern: "^DG-L\\d\\.\\d$",
        }),
      ),
      status: OpenEnum(["open", "decided"], {
        description: "Whether it is made. Open, as every status is: an unknown word is shown as it is.",
      }),
      context: optional(Text({ description: "What made the question come up.", minLength: 1 })),
      options: optional(
        Type.Array(Text({ description: "One way it could be done.", minLength: 1 }), {
          description: "What was considered, the choice included.",
        }),
      ),
      decision: optional(Text({ description: "What was chosen, in one or two sentences.", minLength: 1 })),
      rationale: optional(Text({ description: "Why.", minLength: 1 })),
      cost: optional(Text({ description: "What is given up for it.", minLength: 1 })),
      owner: optional(Text({ description: "Who made it and answers for it.", minLength: 1 })),
      date: optional(day("When it was made.")),
      subjects: optional(
        Type.Array(Text({ description: "A subject or namespace, e.g. `command.v1/JournalEntry`." }), {
          description: "What of the registry it decides about.",
        }),
      ),
      supersedes: optional(
        Type.Array(Text({ description: "`id` of an earlier decision.", pattern: "^DL-\\d{3}$" }), {
          description: "Decisions this one takes the place of.",
        }),
      ),
      deferred: optional(
        Type.Array(deferred, { description: "Findings left for later, each with who, when and what if." }),
      ),
    },
    { allOf: [When({ status: ["decided"] }, Members({ need: ["decision", "rationale", "owner", "date"] }))] },
  ),
);
