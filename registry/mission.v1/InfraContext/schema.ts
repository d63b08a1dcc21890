import { subject, Text, Type } from "waybill/author";

const root = (description: string) => Type.Optional(Text({ description, minLength: 1 }));

export const schema = subject(
  {
    title: "Infrastructure context",
    description: "Where state lives on this machine, by kind of root. Ambient: it never crosses machines.",
  },
  Type.Object({
    roots: Type.Object(
      {
        project: root("The project's own state."),
        feature: root("State of a mission."),
        global_runtime: root("State of the runtime, shared by projects."),
        global_sync: root("State of the synchronisation, shared by projects."),
        git_internal: root("State kept inside the git folder."),
      },
      { description: "Absolute path by kind of root; those that exist." },
    ),
    kittify_home: Text({ description: "Absolute path of the program's home.", minLength: 1 }),
  }),
);
