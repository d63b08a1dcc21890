import { Nullable, subject, Text, Type } from "waybill/author";

const optional = Type.Optional;

export const schema = subject(
  {
    title: "Mission run reference",
    description: "Names one run of a mission, and where its state is kept. A mission is not its run.",
  },
  Type.Object({
    run_id: Text({ description: "Identity of the run.", minLength: 1 }),
    run_dir: Text({ description: "Folder of the run's state.", minLength: 1 }),
    mission_key: Text({ description: "Type of the mission that is run, e.g. `software-dev`.", minLength: 1 }),
    mission_id: optional(
      Nullable(Text({ description: "The mission that is run; null in runs from before 2026-06." })),
    ),
    mission_slug: optional(Nullable(Text({ description: "Its slug; null in runs from before 2026-06." }))),
  }),
);
