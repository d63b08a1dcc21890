import { Count, Open, subject, Type } from "waybill/author";
import { Address, format, Hash, Shape } from "../Finding/words.ts";

const optional = Type.Optional;
const version = {
  version: Count({ description: "Its number, from 1.", minimum: 1 }),
  hash: Hash("Its content hash."),
  shape: Shape("Its shape."),
  withdrawn: Type.Boolean({ description: "Whether it was withdrawn." }),
};

export const schema = subject(
  {
    title: "Answer of show",
    description:
      "`waybill show --json`: one version with its schema, or with `--history` every version without.",
  },
  Type.Object({
    format: format("show"),
    subject: Address("The subject."),
    version: optional(version.version),
    hash: optional(version.hash),
    shape: optional(version.shape),
    withdrawn: optional(version.withdrawn),
    schema: optional(Open({ description: "The frozen schema, a JSON Schema." })),
    versions: optional(
      Type.Array(
        Type.Object(
          { ...version, barrier: Type.Boolean({ description: "Whether checks look back no further." }) },
          { description: "One version." },
        ),
        { description: "All versions, the first one first." },
      ),
    ),
  }),
);
