import { ClosedEnum, OpenEnum, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Recovery classification",
    description:
      "What became of one command that a crash cut off. Deterministic: every boot over the same journal decides alike.",
  },
  Type.Object({
    commandId: Text({ description: "The command." }),
    commandType: Text({ description: "Its `type`." }),
    laneKey: Text({
      description: "Its lane: `server`, or `session:` and the session's id.",
      pattern: "^(server|session:.+)$",
    }),
    lastPhase: OpenEnum(["command_accepted", "command_started"], {
      description: "How far it came before the crash. Open, as the journal's `phase` is.",
    }),
    classification: Type.Optional(
      ClosedEnum(["recoverable", "failed"], {
        description:
          "`recoverable` may be run again, `failed` is finished as failed; `failed` where absent. Closed: whoever acts on it must know what to do.",
      }),
    ),
    reason: Text({ description: "Why it was so decided, for people." }),
  }),
);
