import { terminal } from "../escape/index.ts";
import type { Registry } from "../model.ts";
import { bindingOf } from "../registry/binding.ts";
import { directPins } from "../registry/pins.ts";
import type { Side } from "./sides.ts";

/** A subject that the newer side does not have, and who on the older side counts on it. */
export interface RemovedSubject {
  readonly address: string;
  /** Its published versions, oldest first; withdrawn ones too, since messages may name those as well. */
  readonly versions: readonly number[];
  /** The envelopes that carry it. */
  readonly kinds: readonly { readonly envelope: string; readonly kind: string }[];
  /** The subjects that refer to it themselves. */
  readonly usedBy: readonly string[];
}

/** @param sides every subject of the older registry. */
export function removedSubject(
  address: string,
  sides: ReadonlyMap<string, Side>,
  registry: Registry | undefined,
): RemovedSubject {
  const others = [...sides.values()];
  return {
    address,
    versions: (registry?.subjects.get(address)?.versions ?? []).map(({ number }) => number),
    kinds: others.flatMap((side) =>
      Object.entries(bindingOf(side.schema)?.map ?? {})
        .filter(([, payload]) => payload === address)
        .map(([kind]) => ({ envelope: side.address, kind })),
    ),
    usedBy: others
      .filter(({ schema, dialect }) => directPins(schema, dialect).has(address))
      .map((side) => side.address),
  };
}

/** What went, whom it breaks, and what to do instead. */
export function removedText({ address, versions, kinds, usedBy }: RemovedSubject): string {
  const published = versions.map((number) => `@${number}`).join(", ");
  const lines = [
    versions.length === 0
      ? "breaks  who built on its draft; no version of it was published"
      : `breaks  every reader and writer of it; messages may name ${published}`,
    ...kinds.map(
      ({ envelope, kind }) => `kind    ${terminal(JSON.stringify(kind))} of ${terminal(envelope)}`,
    ),
    ...usedBy.map((other) => `used by ${terminal(other)}`),
    ...(versions.length === 0
      ? []
      : ["fix     keep it with its versions; say with `deprecated` and `x-sunset` that it goes"]),
  ];
  return [`removed  ${terminal(address)}`, ...lines.map((line) => `  ${line}`), ""].join("\n");
}
