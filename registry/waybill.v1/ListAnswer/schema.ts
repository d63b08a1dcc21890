import { Count, Nullable, OpenEnum, subject, Text, Type } from "waybill/author";
import { Address, format, Hash, Shape } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of list", description: "`waybill list --json`: the subjects of a registry." },
  Type.Object({
    format: format("list"),
    subjects: Type.Array(
      Type.Object(
        {
          address: Address("The subject, e.g. `cogo.v1/JobStarted`."),
          latest: Nullable(
            Count({
              description: "Newest version that is not withdrawn; null before the first.",
              minimum: 1,
            }),
          ),
          versions: Count({ description: "How many versions it has." }),
          policy: Text({ description: "Policy that holds for it, e.g. `additive`." }),
          stage: OpenEnum(["stable", "vocabulary"], {
            description: "Whether types are made of it, or documents only. Open: stages may be added.",
          }),
          hash: Nullable(Hash("Content hash of the latest version; null before the first.")),
          shape: Nullable(Shape("Shape of the latest version; null before the first.")),
        },
        { description: "One subject." },
      ),
      { description: "In code-point order of their addresses." },
    ),
  }),
);
