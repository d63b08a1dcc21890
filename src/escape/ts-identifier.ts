import { createHash } from "node:crypto";
import { reserved } from "./reserved.ts";

const plain = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const longest = 80;

/**
 * A name for a declaration in TypeScript or JavaScript. Plain names stay; a reserved one gets `_` at its end; of
 * anything else the plain part stays, with eight digits of its SHA-256. Different names never become the same one
 * (short of a collision of those digits), and a name becomes the same one everywhere.
 */
export function tsIdentifier(name: string): string {
  if (reserved.has(name)) return `${name}_`;
  // A name that already looks like the outcome for another name may not pass as it is.
  const looksDerived = name.endsWith("_") || /_x[0-9a-f]{8}$/.test(name);
  if (plain.test(name) && name.length <= longest && !looksDerived) return name;
  const kept = name.replace(/[^A-Za-z0-9_$]+/g, "_").slice(0, longest - 10);
  const digest = createHash("sha256").update(Buffer.from(name, "utf16le")).digest("hex").slice(0, 8);
  return `${/^[A-Za-z_$]/.test(kept) ? "" : "_"}${kept}_x${digest}`;
}
