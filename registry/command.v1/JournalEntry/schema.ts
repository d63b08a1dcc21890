import { Annotate, Count, Open, subject, Text, Type } from "waybill/author";
import { entryFields, entryRules } from "./entry.ts";

/** Copied from the command; the rest the journal's own writer makes. Nothing comes from elsewhere. */
const copied = new Set([
  "commandId",
  "commandType",
  "sessionId",
  "dependsOn",
  "ifSessionVersion",
  "idempotencyKey",
]);

const optional = Type.Optional;
const fixed = { "x-redact": "immutable" };
const { phase, recordedAt, ...entry } = entryFields;

const response = optional(
  Type.Object(
    {
      type: optional(Type.Literal("response", { description: "Says that this is a response." })),
      command: Text({ description: "`type` of the command that was answered; replay needs it.", ...fixed }),
      success: Type.Boolean({ description: "Whether the command was done.", ...fixed }),
      id: optional(Text({ description: "The client's `id`; replay needs it.", ...fixed })),
      error: optional(Text({ description: "Why it was not done, for people.", "x-redact": "on-persist" })),
      sessionVersion: optional(Count({ description: "Version of the session after the command." })),
      replayed: optional(Type.Boolean({ description: "Whether this was itself a recorded answer." })),
      timedOut: optional(Type.Boolean({ description: "Whether the server stopped waiting." })),
      data: optional(
        Open({
          description: "What the command gave. Whatever redaction leaves of it, so of no fixed form.",
          "x-redact": "on-persist",
        }),
      ),
    },
    { description: "The answer as sent; a repeated command is answered with it, so that it is there stays." },
  ),
);

export const schema = subject(
  {
    title: "Journal entry",
    description:
      "One line of the durable command journal: a command reached a phase. Append-only JSON Lines; readers count lines of unknown version and malformed lines, and go on.",
    "x-invariants": [
      "Per `laneKey`, `laneSequence` grows by one from line to line.",
      "For one `commandId`: accepted before started before finished; finished once, unless `replayed`.",
      "A command starts after every command in `dependsOn` finished; recovery finishes them in the same order.",
      "An entry with `recovered` has `success: false`.",
    ],
  },
  Type.Object(
    provenance({
      schemaVersion: Count({
        description:
          "Version of this schema the writer used. Readers skip and count entries of a version they do not know.",
        minimum: 1,
        ...fixed,
      }),
      kind: Type.Literal("command_lifecycle", {
        description: "Tells these lines from others in the file.",
        ...fixed,
      }),
      phase,
      recordedAt,
      serverVersion: Text({
        description: "Version of the server that wrote the entry, e.g. `2.2.1`.",
        ...fixed,
      }),
      ...entry,
      response,
    }),
    { allOf: entryRules(["response"]) },
  ),
);

/** Marks who fills in each member: the process that writes the journal, or the command it is copied from. */
function provenance<Fields extends Record<string, object>>(fields: Fields): Fields {
  const marked = Object.entries(fields).map(([name, field]) => {
    return [name, Annotate(field, { "x-assigned-by": copied.has(name) ? "copied" : "agent" })];
  });
  return Object.fromEntries(marked);
}
