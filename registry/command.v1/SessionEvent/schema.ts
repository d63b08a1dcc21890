import { subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Session event",
    description:
      "Something happened within a session: the model's answer streams, a tool runs, an extension asks.",
  },
  Type.Object({
    type: Type.Literal("event", { description: "Says which frame this is." }),
    sessionId: Text({ description: "The session it happened in." }),
    event: Type.Object(
      {
        type: Text({
          description:
            "What happened, e.g. `agent_start` or `extension_ui_request`; the session's own words.",
        }),
      },
      {
        description: "The event as the session gave it; its other members are by its `type`.",
        "x-redact": "on-persist",
      },
    ),
  }),
);
