import { ClosedEnum, Nullable, OpenEnum, Text, Type, Ulid } from "waybill/author";

/** The lanes of the first published status events; `genesis` came later. */
export const firstLanes = [
  "planned",
  "claimed",
  "in_progress",
  "for_review",
  "in_review",
  "approved",
  "done",
  "blocked",
  "canceled",
] as const;
export const lanes = ["genesis", ...firstLanes] as const;

/** A column of the board. */
export const Lane = (description: string, known: readonly string[] = lanes) =>
  OpenEnum(known, { description: `${description} Open: lanes were added over time.` });

export const EventId = () =>
  Ulid({
    description: "Unique identity of the event, a ULID. Breaks ties of `at`; file order means nothing.",
  });

export const WorkPackageId = (description = "The work package, e.g. `WP01`; unique within its mission.") =>
  Text({ description, pattern: "^WP\\d{2}$" });

/** Who acted: a free string of old, or the structured form. */
export const Actor = (description: string) => {
  const part = (what: string) => Type.Optional(Nullable(Text({ description: what })));
  const form = Type.Object(
    {
      role: part("Role it acted in, e.g. `reviewer`; null where unknown."),
      profile: part("Profile it had loaded; null where none."),
      tool: part("Program it ran in, e.g. `claude`; null where unknown."),
      model: part("Model it used; null where unknown."),
    },
    {
      additionalProperties: false,
      description: "The structured form. Closed: readers refuse further parts.",
    },
  );
  return Type.Unsafe<unknown>({
    description: `${description} A free string (\`user\`, \`tool:model:profile:role\`, a command line) or the structured form.`,
    anyOf: [{ type: "string", description: "The free form." }, form],
  });
};

export const Verdict = (description: string) =>
  OpenEnum(["approved", "changes_requested"], {
    description: `${description} Open, as every outcome of a review is.`,
  });

/** Where work is done; its drift is what the log catches. */
export const ExecutionMode = (description: string) =>
  ClosedEnum(["worktree", "direct_repo"], {
    description: `${description} Closed: other words in old logs were mistakes.`,
  });
