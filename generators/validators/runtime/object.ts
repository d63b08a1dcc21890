/** An object with its own members only. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The members an object has of its own, for an object as `JSON.parse` makes them without asking. Whoever calls reads a
 * member first: once the engine knows the shape it knows the prototype.
 */
export function members(value: object, _first?: unknown): Members {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype ? bare(value) : (value as Members);
}

/**
 * The members an object has of its own; undefined where the value is no JSON object. What `JSON.parse` makes is
 * returned as it is; an object that inherits members is copied without them, so that reading a member is reading an own one.
 */
export function object(value: unknown): Members | undefined {
  return isObject(value) ? members(value) : undefined;
}

/** A copy that inherits nothing. */
function bare(value: object): Record<string, unknown> {
  return { __proto__: null, ...value };
}

/**
 * A value as it is, unless somebody gave every object a member: then plain objects inherit it too, and the answer is a
 * copy whose objects inherit nothing.
 */
export function unpolluted(value: unknown): unknown {
  for (const _ in Object.prototype) return detached(value);
  return value;
}

function detached(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(detached);
  if (!isObject(value)) return value;
  const members = bare(value);
  for (const name in members) members[name] = detached(members[name]);
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
