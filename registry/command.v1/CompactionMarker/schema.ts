import { Count, EpochMs, Ref, Sha256, subject, Text, Type } from "waybill/author";

const by = { "x-assigned-by": "agent" };

export const schema = subject(
  {
    title: "Compaction marker",
    description:
      "The line compaction leaves in a journal: where each lane was. Without it a lane whose entries were all dropped would begin at 1 again.",
    "x-invariants": [
      "The next entry of a lane has `lastSequence` + 1, whatever was dropped.",
      "Per lane, dropped and kept entries together are the whole of 1 to `lastSequence`.",
      "Replaying the compacted journal gives the same outcomes for retained commands, and recovery the same decisions in the same order.",
    ],
  },
  Type.Object({
    schemaVersion: Count({ description: "Version of this schema the writer used.", minimum: 1, ...by }),
    kind: Type.Literal("compaction_marker", {
      description: "Tells this line from others in the file.",
      ...by,
    }),
    recordedAt: EpochMs({ description: "When compaction ran, in epoch milliseconds.", ...by }),
    lanes: Type.Array(
      Type.Object(
        {
          laneKey: Text({
            description: "The lane: `server`, or `session:` and the session's id.",
            pattern: "^(server|session:.+)$",
          }),
          lastSequence: Count({ description: "Highest `laneSequence` the lane had reached.", minimum: 1 }),
          droppedFrom: Type.Optional(
            Count({ description: "Lowest `laneSequence` dropped; absent where none was.", minimum: 1 }),
          ),
          droppedTo: Type.Optional(
            Count({ description: "Highest `laneSequence` dropped; absent where none was.", minimum: 1 }),
          ),
        },
        {
          description: "One lane.",
          dependentRequired: { droppedFrom: ["droppedTo"], droppedTo: ["droppedFrom"] },
        },
      ),
      { description: "Every lane the journal knew, those of earlier markers included, by `laneKey`.", ...by },
    ),
    retainedIds: Sha256({
      description: "SHA-256 over the RFC 8785 form of the sorted array of the distinct `commandId`s kept.",
      ...by,
    }),
    policy: Type.Optional(
      Ref("command.v1/RetentionPolicy", { description: "The limits that were applied." }),
    ),
    entriesBefore: Type.Optional(Count({ description: "Entries before compaction.", ...by })),
    entriesAfter: Type.Optional(Count({ description: "Entries after it, this line not counted.", ...by })),
    bytesBefore: Type.Optional(Count({ description: "Length of the journal before, in bytes.", ...by })),
    bytesAfter: Type.Optional(Count({ description: "Length of the journal after, in bytes.", ...by })),
  }),
);
