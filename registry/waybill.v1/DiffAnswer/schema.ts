import { Nullable, OpenEnum, Ref, subject, Text, Type } from "waybill/author";
import { Address, format } from "../Finding/words.ts";

const optional = Type.Optional;

const rollOut = () =>
  Nullable(
    OpenEnum(["any", "readers-first", "writers-first", "none"], {
      description:
        "In which order to roll the new side out; null where a verdict is missing. Open: other orders may come.",
    }),
  );

export const schema = subject(
  {
    title: "Answer of diff",
    description: "`waybill diff --json`: two schemas compared, with a verdict in each direction.",
  },
  Type.Object({
    format: format("diff"),
    from: Text({ description: "The old side: a version's address, or a file." }),
    to: Text({ description: "The new side." }),
    semantics: OpenEnum(["record", "set"], {
      description:
        "What a writer may write: what is declared, or anything valid. Open: other readings may come.",
    }),
    backward: optional(Ref("waybill.v1/Verdict", { description: "Old data, new reader." })),
    forward: optional(Ref("waybill.v1/Verdict", { description: "New data, old reader." })),
    rollOut: rollOut(),
    changes: Type.Array(Ref("waybill.v1/Change"), { description: "Facts about the two." }),
    findings: Type.Array(Ref("waybill.v1/Finding"), { description: "What breaks, each with its witness." }),
    subjects: optional(
      Type.Array(
        Type.Object(
          {
            subject: Address("The subject."),
            from: Address("Its old side."),
            to: Address("Its new side."),
            backward: Ref("waybill.v1/Verdict", { description: "Old data, new reader." }),
            forward: Ref("waybill.v1/Verdict", { description: "New data, old reader." }),
            rollOut: rollOut(),
            changes: Type.Array(Ref("waybill.v1/Change"), { description: "Facts about the two." }),
            findings: Type.Array(Ref("waybill.v1/Finding"), {
              description: "What breaks, each with its witness.",
            }),
          },
          { description: "One subject that changed." },
        ),
        { description: "Each changed subject, where whole registries are compared." },
      ),
    ),
    added: optional(
      Type.Array(Address("A subject."), { description: "Subjects that only the new side has." }),
    ),
    removed: optional(
      Type.Array(Address("A subject."), { description: "Subjects that only the old side has." }),
    ),
  }),
);
