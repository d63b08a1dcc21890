import { Nullable, subject, Text, Type } from "waybill/author";

const maybe = (description: string) => Nullable(Text({ description: `${description} Null where unknown.` }));

export const schema = subject(
  {
    title: "Operational context",
    description:
      "What an effector has loaded when it decides: model, profile, role. To be folded into the communication artefact.",
  },
  Type.Object({
    active_model: maybe("Model in use."),
    active_profile: maybe("Profile loaded."),
    active_role: maybe("Role acted in."),
    current_activity: maybe("What is being done."),
    tech_stack: Type.Array(Text({ description: "A technology." }), {
      description: "Technologies of the project, a set.",
      uniqueItems: true,
    }),
  }),
);
