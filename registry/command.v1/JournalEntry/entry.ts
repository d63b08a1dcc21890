import { Count, EpochMs, Members, OpenEnum, Text, Type, When } from "waybill/author";
import { causality, outcome } from "./fields.ts";

const fixed = { "x-redact": "immutable" };
const optional = Type.Optional;

/** The members a journal entry and its history form share, in the order the journal writes them. */
export const entryFields = {
  phase: OpenEnum(["command_accepted", "command_started", "command_finished"], {
    description:
      "How far the command came. Open: readers of a journal outlive its writers, and skip a phase they do not know.",
    ...fixed,
  }),
  recordedAt: EpochMs({
    description: "When the entry was made, in epoch milliseconds, server's clock.",
    ...fixed,
  }),
  commandId: Text({ description: "The client's `id`, or `anon:...` where it gave none.", ...fixed }),
  commandType: Text({ description: "`type` of the command.", ...fixed }),
  laneKey: Text({
    description: "The lane the command runs in: `server`, or `session:` and the session's id.",
    pattern: "^(server|session:.+)$",
    ...fixed,
  }),
  laneSequence: Count({
    description:
      "Place of the entry in its lane, from 1, without gaps; never restarts, not by compaction either.",
    minimum: 1,
    ...fixed,
  }),
  fingerprint: Text({
    description:
      "What the command asked for: `v2:sha256:` and 64 lower-case hex digits over its canonical form without `id`; equal commands have equal fingerprints. Older writers put that form itself, a JSON object as text.",
    pattern: "^(v2:sha256:[0-9a-f]{64}$|\\{)",
    ...fixed,
  }),
  explicitId: Type.Boolean({
    description: "Whether the client gave the `id`; only such commands can be replayed.",
    ...fixed,
  }),
  ...causality,
  ...outcome,
  recovered: optional(
    Type.Boolean({ description: "Whether recovery wrote the entry, for a command a crash cut off." }),
  ),
  recoveryReason: optional(
    OpenEnum(["restart_inflight_marked_failed"], {
      description: "What recovery decided and why. Open: other decisions may come.",
    }),
  ),
};

const ends = ["success", "error", "sessionVersion", "replayed", "timedOut", "recovered", "recoveryReason"];

/** What holds between those members. `more` are further members that only a finished command has. */
export function entryRules(more: readonly string[] = []) {
  return [
    When({ phase: ["command_finished"] }, Members({ need: ["success"] })),
    When({ phase: ["command_accepted", "command_started"] }, Members({ refuse: [...ends, ...more] })),
    When({ recovered: [true] }, { properties: { success: { const: false } }, required: ["recoveryReason"] }),
  ];
}
