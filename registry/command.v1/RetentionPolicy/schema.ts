import { ClosedEnum, Count, subject, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Retention policy",
    description:
      "How much of a journal is kept. A limit that is absent does not limit; with none, all is kept.",
    "x-invariants": [
      "What is dropped is the oldest, and never an entry that a kept one or a command in flight rests on.",
    ],
  },
  Type.Object({
    mode: Type.Optional(
      ClosedEnum(["compact", "rotate", "keep"], {
        description:
          "How old entries go: `compact` rewrites the file, `rotate` drops whole oldest files, `keep` drops nothing; `compact` where absent. Closed: dropping the wrong way loses data.",
      }),
    ),
    maxEntries: Type.Optional(Count({ description: "Keep at most this many entries.", minimum: 1 })),
    maxAgeMs: Type.Optional(
      Count({ description: "Keep entries at most this old, in milliseconds.", minimum: 1 }),
    ),
    maxBytes: Type.Optional(
      Count({ description: "Keep the journal at most this long, in bytes.", minimum: 1 }),
    ),
  }),
);
