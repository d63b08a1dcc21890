import { Nullable, subject, Text, Type } from "waybill/author";

const optional = Type.Optional;
const map = (description: string) => Type.Object({}, { description });

export const schema = subject(
  {
    title: "Mission run snapshot",
    description: "State of a run between two steps: what was done, what was issued, what is waited for.",
    "x-invariants": [
      "`template_hash` is the digest of the template the run was started with; another one is refused.",
    ],
  },
  Type.Object({
    run_id: Text({ description: "Identity of the run.", minLength: 1 }),
    mission_key: Text({ description: "Type of the mission that is run.", minLength: 1 }),
    template_path: Text({ description: "Template the run follows." }),
    template_hash: Text({ description: "Digest of that template." }),
    policy_snapshot: map("Policies as they were when the run began."),
    completed_steps: Type.Array(Text({ description: "Id of a step." }), {
      description: "Steps done, in order.",
    }),
    issued_step_id: Nullable(
      Text({ description: "Step that was handed out and not answered; null for none." }),
    ),
    inputs: map("Inputs by key."),
    decisions: map("Decisions made, by id."),
    pending_decisions: map("Decisions waited for, by id."),
    blocked_reason: Nullable(Text({ description: "Why the run cannot go on; null where it can." })),
    mission_id: optional(Nullable(Text({ description: "The mission that is run." }))),
    mission_slug: optional(Nullable(Text({ description: "Its slug." }))),
  }),
);
