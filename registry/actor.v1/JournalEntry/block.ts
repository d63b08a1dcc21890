import { Count, Sha256, Text, Type } from "waybill/author";

/** Which schema a journal line follows: the block of the cogo envelope, and the version. */
export const SchemaBlock = (more: Readonly<Record<string, unknown>>) =>
  Type.Object(
    {
      namespace: Type.Literal("actor.v1", { description: "Namespace of the line's subject." }),
      name: Text({
        description: "Name of the line's subject, e.g. `JournalEntry`.",
        pattern: "^[A-Z][A-Za-z0-9]*$",
      }),
      version: Count({ description: "Registry version of that subject the writer used.", minimum: 1 }),
      hash: Sha256({
        description: "Content hash of that version: 64 lower-case hex digits without a prefix.",
      }),
    },
    { description: "Which schema this line follows.", ...more },
  );
