import { subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Event payload",
    description: "Something that happened; told to every subscriber, answered by none.",
  },
  Type.Object({
    event_type: Text({
      description: "Dotted name of what happened, e.g. `agent.task_completed`.",
      pattern: "^[a-zA-Z0-9_]+(\\.[a-zA-Z0-9_]+)*$",
      "x-storage": { json: "backlog_metadata", key: "event_type" },
    }),
    data: Type.Object(
      {},
      {
        description: "What the emitter says of it; its form is the emitter's.",
        "x-storage": { json: "backlog_metadata", key: "data" },
      },
    ),
  }),
);
