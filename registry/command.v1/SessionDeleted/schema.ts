import { subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Session deleted",
    description: "A session was deleted, by whatever client; its id may be used again.",
  },
  Type.Object({
    type: Type.Literal("session_deleted", { description: "Says which frame this is." }),
    data: Type.Object(
      { sessionId: Text({ description: "The session that is gone." }) },
      { description: "Which session." },
    ),
  }),
);
