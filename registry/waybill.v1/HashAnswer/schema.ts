import { OpenEnum, subject, Text, Type } from "waybill/author";
import { format, Hash, Shape } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of hash", description: "`waybill hash --json`: what identifies a schema file." },
  Type.Object({
    format: format("hash"),
    file: Text({ description: "The file, as it was named." }),
    dialect: OpenEnum(["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"], {
      description: "Draft the schema is of. Open: drafts are published.",
    }),
    hash: Hash("SHA-256 over its RFC 8785 form."),
    shape: Shape("The same over what decides validity."),
  }),
);
