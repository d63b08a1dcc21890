import { Count, Nullable, Sha256, subject, Text, Type } from "waybill/author";
import { SchemaBlock } from "../JournalEntry/block.ts";

const agent = { "x-assigned-by": "agent", "x-redact": "immutable" };

export const schema = subject(
  {
    title: "Journal header",
    description:
      "First line of every journal file. It chains the file to the one before, so that a missing file shows.",
    "x-invariants": [
      "The first entry after it has `seq` equal to `first_seq`.",
      "`prev_file`, `prev_last_seq` and `prev_sha256` are all null (the journal's first file) or all not.",
      "`prev_sha256` is the digest of the previous file's bytes; where that file was dropped, the gap is known and ends at `prev_last_seq`.",
    ],
  },
  Type.Object({
    record: Type.Literal("header", { description: "Tells headers from entries.", ...agent }),
    schema: SchemaBlock(agent),
    agent: Text({ description: "Name of the agent whose journal this is.", minLength: 1, ...agent }),
    first_seq: Count({ description: "`seq` of the file's first entry.", minimum: 1, ...agent }),
    prev_file: Nullable(Text({ description: "Name of the file before, e.g. `journal-1.ndjson`.", ...agent })),
    prev_last_seq: Nullable(Count({ description: "`seq` of its last entry.", minimum: 1, ...agent })),
    prev_sha256: Nullable(Sha256({ description: "Digest of its bytes.", ...agent })),
  }),
);
