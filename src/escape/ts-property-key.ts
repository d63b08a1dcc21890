import { tsString } from "./ts-string.ts";

/**
 * A member name as the key of an object literal or an object type. `__proto__` is computed: written plainly, in a
 * literal, it would set the prototype instead of a member.
 */
export function tsPropertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : tsString(name);
}
