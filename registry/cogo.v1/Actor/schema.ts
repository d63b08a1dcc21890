import { OpenEnum, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Actor",
    description: "Who sent a message: one agent of the system, in the role it acted in.",
  },
  Type.Object({
    agent: Text({
      description:
        "Name of the agent, always beginning with `cogo-`, e.g. `cogo-executor`. Stable over restarts; not an instance id.",
      pattern: "^cogo-",
      "x-storage": { column: "actor_agent", type: "text" },
    }),
    role: OpenEnum(["orchestrator", "executor", "worker", "critic", "router"], {
      description:
        "The part the agent plays in this exchange. Open: new roles come with new agents, and a reader that does not know one can still trace and store the message.",
      "x-storage": { column: "actor_role", type: "text" },
    }),
  }),
);
