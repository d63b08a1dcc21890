import { Count, OpenEnum, subject, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Server shutdown",
    description: "The server is about to stop; commands in flight may still finish.",
  },
  Type.Object({
    type: Type.Literal("server_shutdown", { description: "Says which frame this is." }),
    data: Type.Object(
      {
        reason: OpenEnum(["graceful_shutdown"], {
          description: "Why it stops. Open: show an unknown word as it is.",
        }),
        timeoutMs: Count({ description: "How long it waits for commands in flight, in milliseconds." }),
      },
      { description: "Why and how soon." },
    ),
  }),
);
