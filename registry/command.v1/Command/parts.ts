import { Members, Open, OpenEnum, Text, Type, When } from "waybill/author";

const optional = Type.Optional;

export function path(description: string) {
  return Text({
    description: `${description} Without \`..\`, a leading \`~\` or NUL.`,
    maxLength: 4096,
    not: { pattern: "^~|\\.\\.|\\u0000" },
  });
}

export const message = Text({
  description: "What to say to the model.",
  maxLength: 200_000,
  "x-redact": "on-persist",
});

export const images = optional(
  Type.Array(Type.Object({}, { description: "One image, in the form the model's provider takes." }), {
    description: "Images that go with the message. They may show people and are never written to a journal.",
    "x-redact": "prohibited",
  }),
);

export const uiResponse = Type.Object(
  {
    method: OpenEnum(["select", "confirm", "input", "editor", "interview", "cancelled"], {
      description: "Which question is answered. Open: extensions bring questions of their own.",
    }),
    value: optional(
      Text({
        description: "The choice or the text typed; for select, input and editor.",
        "x-redact": "on-persist",
      }),
    ),
    confirmed: optional(Type.Boolean({ description: "Yes or no; for confirm." })),
    responses: optional(
      Open({ description: "Answers by question; for interview.", "x-redact": "on-persist" }),
    ),
  },
  {
    description: "The person's answer.",
    allOf: [
      When({ method: ["select", "input", "editor"] }, Members({ need: ["value"] })),
      When({ method: ["confirm"] }, Members({ need: ["confirmed"] })),
      When({ method: ["interview"] }, Members({ need: ["responses"] })),
    ],
  },
);

export const navigateOptions = optional(
  Type.Object(
    {
      summarize: optional(Type.Boolean({ description: "Whether the branch that is left gets a summary." })),
      customInstructions: optional(
        Text({ description: "What the summary should look to.", "x-redact": "on-persist" }),
      ),
      replaceInstructions: optional(
        Type.Boolean({
          description: "Whether those instructions replace the usual ones instead of joining them.",
        }),
      ),
      label: optional(Text({ description: "Name of the branch that is left." })),
    },
    { description: "How to leave the branch one is on." },
  ),
);
