import { Count, OpenEnum, subject, Text, Timestamp, Type } from "waybill/author";

export const schema = subject(
  { title: "Session info", description: "What the server tells of one session." },
  Type.Object({
    sessionId: Text({ description: "The session." }),
    sessionName: Type.Optional(Text({ description: "Its name for people; absent where it has none." })),
    sessionFile: Type.Optional(
      Text({
        description: "File the conversation is stored in, a path on the server's machine.",
        "x-redact": "on-export",
      }),
    ),
    thinkingLevel: OpenEnum(["off", "minimal", "low", "medium", "high", "xhigh"], {
      description:
        "How much the model may think now. Open, and not the words `set_thinking_level` takes: the server reports `off` and `minimal`, and refuses both.",
    }),
    isStreaming: Type.Boolean({ description: "Whether the model is answering now." }),
    messageCount: Count({ description: "Messages in the conversation." }),
    createdAt: Timestamp({ description: "When the session was created." }),
  }),
);
