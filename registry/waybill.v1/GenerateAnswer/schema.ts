import { Count, Nullable, OpenEnum, subject, Text, Type } from "waybill/author";
import { format, maybe } from "../Finding/words.ts";

const optional = Type.Optional;
const place = (description: string) => optional(Nullable(Count({ description, minimum: 1 })));

export const schema = subject(
  {
    title: "Answer of generate",
    description:
      "`waybill generate --json`: the files a registry gives, and how those on disk differ; with `--from`, the files loose schemas give.",
  },
  Type.Object({
    format: format("generate"),
    out: Text({ description: "The output folder." }),
    files: Count({ description: "How many files are generated." }),
    check: optional(Type.Boolean({ description: "Whether files were compared and none written." })),
    changes: optional(
      Type.Array(
        Type.Object(
          {
            path: Text({ description: "The file." }),
            state: OpenEnum(["missing", "changed", "stale", "foreign"], {
              description:
                "How it differed: not there, of another content, no longer generated, or not written by waybill. Open: states may be told more finely.",
            }),
          },
          { description: "One file." },
        ),
        { description: "Files that differed from what is generated." },
      ),
    ),
    from: optional(Text({ description: "File or folder of loose schemas." })),
    schemas: optional(Count({ description: "How many schemas were read from it." })),
    problems: optional(
      Type.Array(
        Type.Object(
          {
            message: Text({ description: "What is wrong." }),
            file: optional(maybe("The file; null or absent for none.")),
            line: place("Line in it, from 1; null or absent where unknown."),
            column: place("Column in it, from 1; null or absent where unknown."),
            pointer: optional(maybe("JSON Pointer into it; null or absent where unknown.")),
            hint: maybe("The way out; null where there is none to tell."),
          },
          { description: "One schema that could not be used." },
        ),
        { description: "Schemas that could not be used." },
      ),
    ),
  }),
);
