import type { Address } from "../registry/address.ts";

/** A file to begin with: its path inside the folder it goes to, and its text. */
export interface ScaffoldFile {
  readonly path: string;
  readonly text: string;
}

/** The draft of a subject with one example accepted and one refused, as paths inside the registry. */
export function subjectFiles({ namespace, name }: Address): readonly ScaffoldFile[] {
  const title = words(name);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    description: `${title}: what happened, in one sentence that a stranger understands.`,
    type: "object",
    properties: {
      id: {
        description: "Which one it is; the same in all messages about it.",
        type: "string",
        minLength: 1,
      },
      status: {
        description:
          "How it stands. Open: values may be added, and old readers accept what they do not know.",
        anyOf: [{ enum: ["open", "done"] }, { type: "string" }],
      },
      note: {
        description: "What a person should know. Absent where there is nothing to say.",
        type: "string",
      },
    },
    required: ["id", "status"],
  };
  const refused = {
    instance: { status: "open" },
    keyword: "required",
    pointer: "",
    why: "Without an id nobody knows what it is about.",
  };
  const folder = `${namespace}/${name}`;
  return [
    { path: `${folder}/schema.json`, text: json(schema) },
    { path: `${folder}/examples/valid/open.json`, text: json({ id: "a-1", status: "open" }) },
    { path: `${folder}/examples/invalid/no-id.json`, text: json(refused) },
  ];
}

/** What a namespace says of itself, to be filled in. */
export function namespaceFile(namespace: string): ScaffoldFile {
  const text = `title: Messages of ${namespace.replace(/\.v\d+$/, "")}
description: Who says what to whom, in one sentence.
# Who is asked when a schema here changes.
owners: [team]
# Old and new readers and writers understand each other, and nothing is removed or renamed.
policy: additive
`;
  return { path: `${namespace}/namespace.yaml`, text };
}

/** `OrderPlaced` as `Order placed` */
function words(name: string): string {
  const [first = "", ...rest] = name.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(" ");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
