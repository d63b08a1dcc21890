import type { Finding } from "../model.ts";
import { walk } from "../schema/children.ts";
import { isObject, own } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";
import type { Compared } from "./compare.ts";
import { finding } from "./findings.ts";
import type { JudgedVersion, JudgeInput } from "./judged.ts";
import { tombstoneReused } from "./verdict-rules.ts";

/** Retired names that the next version declares and the version before did not. */
export function reused(input: JudgeInput, before: JudgedVersion | undefined): readonly Finding[] {
  const tombstones = new Map((input.tombstones ?? []).map(({ name, reason }) => [name, reason]));
  const known = new Set(before === undefined ? [] : [...propertiesOf(before)].map(({ name }) => name));
  const version = before ?? { ...input.next, withdrawn: false, barrier: false };
  return [...propertiesOf(input.next)].flatMap(({ name, pointer }) => {
    const reason = tombstones.get(name);
    if (reason === undefined || known.has(name)) return [];
    const one = finding(
      { input, version },
      {
        rule: tombstoneReused,
        severity: "error",
        direction: null,
        message: `property "${name}" was retired: ${reason}`,
        oldPointer: null,
        newPointer: pointer,
        witness: undefined,
      },
    );
    return [before === undefined ? { ...one, from: null } : one];
  });
}

function* propertiesOf({ schema, dialect }: Compared): Generator<{ name: string; pointer: string }> {
  for (const { schema: here, pointer } of walk(schema, dialect)) {
    const listed = isObject(here) ? own(here, "properties") : undefined;
    if (!isObject(listed)) continue;
    for (const name of Object.keys(listed)) yield { name, pointer: append(`${pointer}/properties`, name) };
  }
}
