/** An object with its own members only. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * The members an object has of its own; undefined where the value is no JSON object. What `JSON.parse` makes is
 * returned as it is; an object that inherits members is copied without them, so that reading a member is reading an own one.
 */
export function object(value: unknown): Members | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return value as Members;
  if (prototype !== Object.prototype) return copy(value);
  // Somebody gave every object a member.
  for (const name in Object.prototype) return name === undefined ? undefined : copy(value);
  return value as Members;
}

function copy(value: object): Members {
  const members: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) members[name] = member;
  return members;
}

/** A member whose name every object answers to, `constructor` say. */
export function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** How many members there are. */
export function size(members: Members): number {
  let count = 0;
  for (const name in members) if (members[name] !== undefined) count++;
  return count;
}
