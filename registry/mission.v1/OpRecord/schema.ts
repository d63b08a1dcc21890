import { Members, Nullable, OpenEnum, subject, Text, Timestamp, Type, Ulid, When } from "waybill/author";

const optional = Type.Optional;
const text = (description: string, more: { minLength?: number; pattern?: string } = {}) =>
  optional(Text({ description, ...more }));

export const schema = subject(
  {
    title: "Operation record",
    description:
      "One line of an operation's log: it started, it ended, or a file or commit came of it. One file per operation.",
    "x-invariants": [
      "All lines of a file have the same `invocation_id`, the file's name.",
      "`started` is the first line; `completed` comes once.",
    ],
  },
  Type.Object(
    {
      event: OpenEnum(["started", "completed", "artifact_link", "commit_link"], {
        description: "What the line tells. Open: kinds of links are added.",
      }),
      invocation_id: Ulid({ description: "Identity of the operation, a ULID." }),
      profile_id: text("Profile that was invoked.", { minLength: 1 }),
      action: text("What it was asked to do, e.g. `generate`.", { minLength: 1 }),
      request_text: text("The request, for people.", { minLength: 1 }),
      actor: text("Who asked.", { minLength: 1 }),
      mode_of_work: optional(
        OpenEnum(["task_execution", "advisory"], {
          description: "What kind of work. Open: modes are added.",
        }),
      ),
      model_id: text("Model in use."),
      router_confidence: optional(
        Nullable(
          Text({ description: "How the profile was found, e.g. `canonical_verb`; null where it was named." }),
        ),
      ),
      governance_context_hash: text("First 16 hex digits of the governance context's digest.", {
        pattern: "^[0-9a-f]{16}$",
      }),
      governance_context_available: optional(
        Type.Boolean({ description: "Whether there was a governance context." }),
      ),
      started_at: optional(Timestamp({ description: "When it started." })),
      completed_at: optional(Timestamp({ description: "When it ended." })),
      outcome: optional(
        OpenEnum(["done", "failed", "abandoned"], {
          description: "How it ended. Open, as every outcome is.",
        }),
      ),
      closed_by: optional(
        OpenEnum(["agent", "doctor_sweep"], {
          description:
            "Who closed it: the agent, or a sweep that found it left open. Open: other closers may come.",
        }),
      ),
      evidence_ref: optional(Nullable(Text({ description: "What shows the outcome; null for nothing." }))),
      at: optional(Timestamp({ description: "When the link was made." })),
      kind: text("What is linked, e.g. `artifact`."),
      ref: text("Path of the linked file."),
      sha: text("The linked commit, whole or abbreviated.", { pattern: "^[0-9a-f]{7,40}$" }),
    },
    {
      allOf: [
        When(
          { event: ["started"] },
          Members({
            need: [
              "profile_id",
              "action",
              "request_text",
              "actor",
              "mode_of_work",
              "governance_context_hash",
              "governance_context_available",
              "started_at",
            ],
          }),
        ),
        When({ event: ["completed"] }, Members({ need: ["completed_at", "outcome", "closed_by"] })),
        When({ event: ["artifact_link"] }, Members({ need: ["at", "kind", "ref"] })),
        When({ event: ["commit_link"] }, Members({ need: ["at", "sha"] })),
      ],
    },
  ),
);
