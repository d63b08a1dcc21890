import { subject, Text, Type } from "waybill/author";
import { Address, format } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of new", description: "`waybill new --json`: the files of a new subject." },
  Type.Object({
    format: format("new"),
    subject: Address("The subject begun."),
    files: Type.Array(Text({ description: "Path from the project's root.", minLength: 1 }), {
      description: "The files written; the namespace's is among them where it was new.",
    }),
  }),
);
