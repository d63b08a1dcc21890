import { Ref, subject, Text, Type } from "waybill/author";

export const schema = subject(
  { title: "Session created", description: "A session was created, by whatever client." },
  Type.Object({
    type: Type.Literal("session_created", { description: "Says which frame this is." }),
    data: Type.Object(
      {
        sessionId: Text({ description: "The new session." }),
        sessionInfo: Ref("command.v1/SessionInfo", { description: "What it looks like." }),
      },
      { description: "Which session." },
    ),
  }),
);
