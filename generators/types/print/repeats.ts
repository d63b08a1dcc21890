import type { Member, ObjectType } from "../type.ts";

type Members = ReadonlyMap<string, Member>;

/**
 * Members that every part of a choice declares, narrowed, are not said twice: they leave the shared ones, and what they
 * are is told at the first part.
 */
export function withoutRepeats(type: ObjectType): {
  readonly own: Members;
  readonly choices: ObjectType["choices"];
} {
  if (type.choices.length === 0) return { own: type.members, choices: type.choices };
  const repeated = (name: string) =>
    type.choices.find((choice) => choice.every((part) => part.members.has(name)));
  const own = [...type.members].filter(([name]) => repeated(name) === undefined);
  const choices = type.choices.map((choice) => {
    const told = [...type.members].filter(([name]) => repeated(name) === choice);
    return choice.map((part, at) => (at === 0 ? withDocs(part, told) : part));
  });
  return { own: new Map(own), choices };
}

function withDocs(part: ObjectType, told: readonly (readonly [string, Member])[]): ObjectType {
  const members = new Map(part.members);
  for (const [name, { docs }] of told) {
    const member = members.get(name);
    if (member !== undefined) members.set(name, { ...member, docs: member.docs ?? docs });
  }
  return { ...part, members };
}
