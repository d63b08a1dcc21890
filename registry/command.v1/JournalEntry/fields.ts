import { Count, Text, Type } from "waybill/author";

const optional = Type.Optional;

/** What a command said of its place among others; copied into lifecycle events, journal and history. */
export const causality = {
  sessionId: optional(
    Text({ description: "The session the command is for; absent for commands of the server." }),
  ),
  dependsOn: optional(
    Type.Array(Text({ description: "`id` of an earlier command." }), {
      description: "Commands this one waited for; empty where it waited for none.",
    }),
  ),
  ifSessionVersion: optional(Count({ description: "The session version the command asked for." })),
  idempotencyKey: optional(
    Text({ description: "The client's key of the intended effect.", "x-redact": "on-export" }),
  ),
};

/** How a finished command ended. */
export const outcome = {
  success: optional(
    Type.Boolean({ description: "Whether it was done; present once it finished.", "x-redact": "immutable" }),
  ),
  error: optional(
    Text({
      description: "Why it was not done, for people. May quote paths and values.",
      "x-redact": "on-persist",
    }),
  ),
  sessionVersion: optional(Count({ description: "Version of the session after the command." })),
  replayed: optional(
    Type.Boolean({ description: "Whether the answer was that of an earlier, equal command." }),
  ),
  timedOut: optional(
    Type.Boolean({ description: "Whether the server stopped waiting; the command may still take effect." }),
  ),
};
