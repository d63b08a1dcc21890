import { OpenEnum, subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of init", description: "`waybill init --json`: the files of a new project." },
  Type.Object({
    format: format("init"),
    namespace: Text({ description: "The namespace it begins with.", minLength: 1 }),
    files: Type.Array(
      Type.Object({
        path: Text({ description: "Path from the project's root.", minLength: 1 }),
        state: OpenEnum(["written", "kept"], {
          description: "Whether it was written, or was there and is kept. Open: more may be told apart.",
        }),
      }),
      { description: "Every file a project begins with, in the order they are told." },
    ),
  }),
);
