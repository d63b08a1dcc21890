import { ClosedEnum, Count, Nullable, subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of vocabulary",
    description: "`waybill vocabulary --json`: every distinct word of the files, and what it means.",
  },
  Type.Object({
    format: format("vocabulary"),
    namespace: Text({ description: "The namespace that declares the vocabulary." }),
    lines: Count({ description: "Values read." }),
    unread: Count({ description: "Of those, no JSON that could be read." }),
    words: Type.Array(
      Type.Object(
        {
          source: Text({ description: "The vocabulary the word is of." }),
          word: Text({ description: "The word; a structured value as JSON." }),
          structured: Type.Boolean({ description: "Whether it is a structured value." }),
          count: Count({ description: "How often it was met." }),
          kind: Text({ description: "What it means, in the declared vocabulary." }),
          confidence: ClosedEnum(["certain", "likely", "ambiguous", "none"], {
            description: "How sure that is. Closed: `none` and everything above it.",
          }),
          why: Nullable(Text({ description: "Why it is ambiguous; null where it is not." })),
          parts: Type.Object(
            {},
            {
              description: "What the word says beside its kind, by name.",
              additionalProperties: Text({ description: "One part." }),
            },
          ),
        },
        { description: "One word." },
      ),
      { description: "Most frequent first." },
    ),
  }),
);
