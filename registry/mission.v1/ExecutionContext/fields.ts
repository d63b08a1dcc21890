import { Nullable, OpenEnum, Text, Type } from "waybill/author";

const maybe = (description: string) =>
  Nullable(Text({ description: `${description} Null where it does not apply.` }));

/** The eighteen members of the wire view, in its order. */
export const executionFields = {
  action: OpenEnum(
    [
      "tasks",
      "tasks_outline",
      "tasks_packages",
      "tasks_finalize",
      "implement",
      "review",
      "accept",
      "specify",
      "plan",
      "analyze",
      "status",
    ],
    { description: "What is to be done. Open: it grew from seven words to eleven." },
  ),
  mission_slug: Text({ description: "The mission's slug.", minLength: 1 }),
  feature_dir: Text({ description: "Folder of the mission's documents.", minLength: 1 }),
  target_branch: Text({ description: "Branch the mission's work goes to.", minLength: 1 }),
  detection_method: Text({ description: "How the mission was found, e.g. from the branch's name." }),
  wp_id: maybe("The work package."),
  wp_file: maybe("File that describes it."),
  lane: maybe("Lane it is in."),
  lane_id: maybe("Lane of parallel work it belongs to."),
  branch_name: maybe("Branch of that lane."),
  execution_mode: maybe("Where its work is done."),
  resolution_kind: maybe("How the workspace was resolved."),
  resolved_base: maybe("Commit or branch the workspace starts from."),
  workspace_path: maybe("Folder the work is done in."),
  dependencies: Type.Array(Text({ description: "A work package." }), {
    description: "Work packages it waits for.",
  }),
  commands: Type.Object(
    {},
    {
      description: "Command lines to run next, by name.",
      additionalProperties: { type: "string", description: "A command line." },
    },
  ),
  warnings: Type.Array(Text({ description: "A warning, for people." }), {
    description: "What is odd about the context; empty for nothing.",
  }),
  auto_merge: Type.Boolean({ description: "Whether the work is merged without asking." }),
};
