import { actorSchema, namespaceYaml, project } from "./project.ts";
import type { Scratch } from "./scratch.ts";

export const vocabularyYaml = `${namespaceYaml}streams:
  log:
    files: "**/orders.jsonl"
    route: [{ subject: OrderPlaced }]
vocabularies:
  actor:
    subject: Actor
    field: /kind
    sources:
      - name: till
        at: [{ subject: OrderPlaced, field: /by/agent }]
        map: { clerk: person, robot: machine }
        ambiguous: { robot: may be a person in a costume }
        rules:
          - { pattern: "^([a-z]+)-([0-9]+)$", kind: machine, parts: [make, series] }
        members: { make: make }
        otherwise: unknown
`;

const kind = {
  description: "What acted.",
  anyOf: [{ enum: ["person", "machine", "unknown"] }, { type: "string" }],
};

/** The small shop, drafts only, with a vocabulary of who acts. */
export function speaking(edit: (yaml: string) => string = (yaml) => yaml): Scratch {
  const made = project();
  made.write({
    "registry/shop.v1/namespace.yaml": edit(vocabularyYaml),
    "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties: { ...actorSchema.properties, kind } },
  });
  return made;
}
