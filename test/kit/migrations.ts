import type { Scratch } from "./scratch.ts";
import { published } from "./project.ts";

/** The migration of orders that called their placer `clerk`, as a member of a file. */
export const clerkYaml = `from: clerk
to: 1
when: { clerk: { present: true } }
steps:
  - move: { field: /clerk, to: /by/agent }
  - remove: { field: /till, reason: nobody read it }
  - map: { field: /amount, words: { none: 0 }, otherwise: keep }
fixtures:
  - before: { order_id: o-1, clerk: ada, till: 3, amount: none }
    after: { order_id: o-1, by: { agent: ada }, amount: 0 }
`;

const shape = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Order, with its clerk",
  description: "Orders of old.",
  type: "object",
  properties: {
    order_id: { type: "string", description: "The order." },
    clerk: { type: "string", description: "Who took it." },
    till: { type: "integer", description: "Where." },
    amount: { type: ["string", "integer"], description: "Cents." },
  },
  required: ["order_id", "clerk"],
};

/** The small shop, published, with orders of a legacy shape. */
export async function migrating(edit: (yaml: string) => string = (yaml) => yaml): Promise<Scratch> {
  const made = await published();
  made.write({
    "registry/shop.v1/OrderPlaced/legacy/clerk.schema.json": shape,
    "registry/shop.v1/OrderPlaced/migrations/clerk.yaml": edit(clerkYaml),
  });
  return made;
}
