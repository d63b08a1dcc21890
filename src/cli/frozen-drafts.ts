import type { Registry } from "../model.ts";
import { candidates, latestVersion } from "../registry/candidates.ts";
import type { Side } from "./sides.ts";

/** Every subject as publishing would freeze its draft, by address; the newest version where it has no draft. */
export function frozenDrafts(registry: Registry): ReadonlyMap<string, Side> {
  const { inOrder, problems } = candidates(registry);
  const [first] = problems;
  if (first !== undefined) throw first;
  const built = new Map<string, Side>(
    inOrder.map(({ subject: { address }, draft: { dialect, document }, frozen }) => [
      address,
      { address, schema: frozen.schema, dialect, document },
    ]),
  );
  const sides = [...registry.subjects.values()].flatMap((subject): readonly [string, Side][] => {
    const side = built.get(subject.address) ?? latestVersion(subject);
    return side === undefined ? [] : [[subject.address, { ...side, address: subject.address }]];
  });
  return new Map(sides);
}
