import { Count, OpenEnum, subject, Text, Timestamp, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Heartbeat",
    description: "An executor says it is alive and how busy it is. Payload of `heartbeat`.",
    "x-invariants": ["`running` is at most `capacity`."],
  },
  Type.Object({
    executor_id: Text({ description: "The executor; stable over its life.", minLength: 1 }),
    status: OpenEnum(["starting", "idle", "busy", "draining"], {
      description:
        "What it is doing. Open: schedulers decide by `running` and `capacity`, and only show the word.",
    }),
    last_seen_at: Timestamp({ description: "When the executor last took this reading, on its own clock." }),
    running: Count({ description: "Jobs it runs now." }),
    capacity: Count({ description: "Jobs it can run at once." }),
    version: Type.Optional(Text({ description: "Software version of the executor, e.g. `1.4.2`." })),
  }),
);
