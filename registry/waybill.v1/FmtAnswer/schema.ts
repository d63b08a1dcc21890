import { Count, subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of fmt", description: "`waybill fmt --json`: which files were laid out otherwise." },
  Type.Object({
    format: format("fmt"),
    check: Type.Boolean({ description: "True where nothing was written." }),
    compared: Count({ description: "How many files were looked at." }),
    files: Type.Array(Text({ description: "Path from the project's root.", minLength: 1 }), {
      description: "Those that were laid out otherwise.",
    }),
  }),
);
