import { Count, OpenEnum, subject, Text, Timestamp, Type, Uuid } from "waybill/author";

const optional = Type.Optional;
const agent = { "x-assigned-by": "agent" };
const id = "^[A-Za-z0-9._-]+$";

export const schema = subject(
  {
    title: "Workflow state",
    description:
      "Checkpoint of one workflow, a file of its own that the agent alone writes and overwrites; journal entries point to it by digest.",
    "x-invariants": [
      "`revision` grows by one with every write.",
      "An escalation is open unless it says `open: false`, `resolved: true`, or a status of `resolved`, `closed` or `done`.",
    ],
  },
  Type.Object({
    workflow_id: optional(Uuid({ description: "`correlation_id` of the workflow's messages.", ...agent })),
    revision: optional(Count({ description: "How often the state was written.", minimum: 1, ...agent })),
    instance_id: Text({
      description: "Id of this run, the file's name; sorts by time.",
      pattern: id,
      ...agent,
    }),
    pipeline_id: optional(
      Text({ description: "Id of the pipeline this is a run of, the folder's name.", pattern: id, ...agent }),
    ),
    current_stage: Text({
      description: "Stage the run is in, an id of the pipeline's definition.",
      ...agent,
    }),
    health: OpenEnum(["green", "yellow", "red", "blocked", "complete"], {
      description: "How it goes, roughly. Open: agents have words of their own.",
      ...agent,
    }),
    updated_at: Timestamp({ description: "When the state was last changed.", ...agent }),
    attempt: optional(Count({ description: "How often the current stage was tried.", ...agent })),
    blockers: optional(
      Type.Array(Type.Object({}, { description: "One blocker, in the agent's own form." }), {
        description: "What keeps the run from going on.",
        ...agent,
      }),
    ),
    escalations: Type.Array(
      Type.Object(
        {
          id: optional(Text({ description: "Id of the escalation." })),
          stage: optional(Text({ description: "Stage it was raised from." })),
          status: optional(
            OpenEnum(["open", "pending", "resolved", "closed", "done"], {
              description: "Where it stands. Open: any word not known here counts as open.",
            }),
          ),
          open: optional(Type.Boolean({ description: "Says outright whether it is open." })),
          resolved: optional(Type.Boolean({ description: "Says outright whether it is resolved." })),
          reason: optional(Text({ description: "Why it was raised." })),
          created_at: optional(Timestamp({ description: "When it was raised." })),
        },
        { description: "One question to the operator." },
      ),
      { description: "Escalations of this run, open and closed; empty for none.", ...agent },
    ),
    stages: optional(
      Type.Object(
        {},
        {
          description: "Metrics by stage id.",
          additionalProperties: Type.Object(
            {},
            { description: "Durations, attempts, costs of a stage, in the agent's own form." },
          ),
          ...agent,
        },
      ),
    ),
  }),
);
