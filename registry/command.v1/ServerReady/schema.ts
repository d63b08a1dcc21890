import { OpenEnum, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Server ready",
    description: "First frame of every connection: which server this is and what it speaks.",
  },
  Type.Object({
    type: Type.Literal("server_ready", { description: "Says which frame this is." }),
    data: Type.Object(
      {
        serverVersion: Text({ description: "Version of the server, e.g. `2.2.1`." }),
        protocolVersion: Text({
          description: "Version of the protocol, e.g. `1.0.0`; clients compare its first number.",
        }),
        transports: Type.Array(
          OpenEnum(["websocket", "stdio"], {
            description: "One transport. Open: more may come, and one is in use already.",
          }),
          { description: "How the server can be reached." },
        ),
      },
      { description: "Who speaks." },
    ),
  }),
);
