import { OpenEnum, subject, Text, Type } from "waybill/author";
import { Address, format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of author",
    description: "`waybill author --json`: the drafts that have a TypeBox source.",
  },
  Type.Object({
    format: format("author"),
    drafts: Type.Array(
      Type.Object(
        {
          subject: Address("The subject."),
          file: Text({ description: "Its `schema.json`." }),
          state: OpenEnum(["unchanged", "written", "stale"], {
            description:
              "What became of it; `stale` only where nothing may be written. Open: states may be added.",
          }),
        },
        { description: "One draft." },
      ),
      { description: "In code-point order of their addresses." },
    ),
  }),
);
