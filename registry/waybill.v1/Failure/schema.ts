import { Count, Nullable, OpenEnum, subject, Text, Type } from "waybill/author";
import { maybe } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Failure",
    description: "The answer of any command that could not read its input or could not run.",
  },
  Type.Object({
    format: Text({
      description: "Form of the answer that would have been given.",
      pattern: "^waybill\\.[a-z]+/[1-9]\\d*$",
    }),
    error: Type.Object(
      {
        code: OpenEnum(["MALFORMED", "CANNOT_RUN", "USAGE", "INTERNAL"], {
          description: "Kind of failure. Open: kinds may be told more finely.",
        }),
        exitCode: Count({ description: "What the process exits with." }),
        message: Text({ description: "What is wrong, in one clause." }),
        file: maybe("File it is about; null for none."),
        line: Nullable(Count({ description: "Line in it, from 1; null where unknown.", minimum: 1 })),
        column: Nullable(Count({ description: "Column in it, from 1; null where unknown.", minimum: 1 })),
        pointer: maybe("JSON Pointer into the file's value; null where unknown."),
        hint: maybe("The way out; null where there is none to tell."),
      },
      { description: "What went wrong." },
    ),
  }),
);
