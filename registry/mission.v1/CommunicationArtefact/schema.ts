import { Count, Nullable, Ref, Sha256, subject, Text, Timestamp, Type, Ulid } from "waybill/author";
import { effectorFields } from "../Effector/fields.ts";

export const schema = subject(
  {
    title: "Communication artefact",
    description:
      "What an effector is given to act on, assembled once from intent, governance and execution context, and rendered as prompt text and as JSON. Made anew at every lane transition.",
    "x-invariants": [
      "`assembly_hash` is the SHA-256 over the RFC 8785 form of `{intent, governance, execution, effector}`.",
      "The prompt text embeds `assembly_hash`, and the JSON rendering carries the same one.",
      "Both renderings show the same profile and the same effector.",
      "`transition_event_id` is the status event that made this assembly necessary.",
    ],
  },
  Type.Object({
    artefact_id: Ulid({ description: "Identity of the artefact, a ULID." }),
    schema: Type.Object(
      {
        namespace: Type.Literal("mission.v1", { description: "Namespace of this subject." }),
        name: Type.Literal("CommunicationArtefact", { description: "Name of this subject." }),
        version: Count({ description: "Registry version of it the writer used.", minimum: 1 }),
        hash: Sha256({ description: "Content hash of that version, without a prefix." }),
      },
      { description: "Which schema the artefact follows." },
    ),
    assembled_at: Timestamp({ description: "When it was assembled." }),
    transition_event_id: Nullable(
      Ulid({ description: "Status event it was assembled for; null before the first one." }),
    ),
    intent: Type.Object(
      {
        mission_id: Ulid({ description: "The mission." }),
        mission_slug: Text({ description: "Its slug.", minLength: 1 }),
        wp_id: Nullable(Text({ description: "The work package; null for the whole mission." })),
        action: Text({ description: "What is to be done.", minLength: 1 }),
      },
      { description: "What is wanted." },
    ),
    governance: Type.Object(
      {
        context_hash: Text({ description: "Digest of the governance context.", minLength: 1 }),
        available: Type.Boolean({ description: "Whether there was one." }),
        profile_id: Nullable(Text({ description: "Profile to load before acting; null for none." })),
        action: Text({ description: "Action the rules were chosen for.", minLength: 1 }),
        mode: Text({ description: "How much of the charter is shown.", minLength: 1 }),
      },
      { description: "Which rules apply." },
    ),
    execution: Ref("mission.v1/ExecutionContext", { description: "Where it runs." }),
    effector: Type.Object(effectorFields, {
      description: "Who is to act, in the words of the effector vocabulary.",
    }),
    renderings: Type.Object(
      {
        prompt_text: Type.Object(
          {
            path: Text({ description: "File with the prompt.", minLength: 1 }),
            media_type: Text({ description: "Its media type, e.g. `text/markdown`.", minLength: 1 }),
            sha256: Sha256({ description: "Digest of its bytes." }),
          },
          { description: "What the effector reads." },
        ),
        json: Type.Object(
          { sha256: Sha256({ description: "Digest of its RFC 8785 form." }) },
          { description: "The same for programs." },
        ),
      },
      { description: "The two serialisations of this assembly." },
    ),
    assembly_hash: Sha256({ description: "What both renderings were made from." }),
  }),
);
