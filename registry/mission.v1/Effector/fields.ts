import { ClosedEnum, Nullable, Text, Type } from "waybill/author";

const part = (description: string) => Type.Optional(Nullable(Text({ description })));

/** The fields of an effector; the communication artefact embeds them, since the vocabulary has no type of its own. */
export const effectorFields = {
  kind: ClosedEnum(["human", "llm", "service", "unknown"], {
    description:
      "What acted. Closed: these are what the four rival vocabularies are mapped to; `unknown` where nobody can say, never a guess.",
  }),
  id: Text({ description: "Who, as the source wrote it.", minLength: 1 }),
  profile_ref: part("Profile it had loaded; null for none."),
  role: part("Role it acted in; null where unknown."),
  tool: part("Program it ran in; null where unknown."),
  model: part("Model it used; null where unknown."),
  source_vocabulary: part(
    "Vocabulary the kind was mapped from, e.g. `status/actor`; null where it was native.",
  ),
};
