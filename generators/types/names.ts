import { createHash } from "node:crypto";
import { isObject, own } from "../../src/schema/json.ts";
import { parsePointer } from "../../src/schema/pointer.ts";
import type { Located } from "../../src/schema/resources.ts";

/** A word in PascalCase; `Part` where nothing of it can be in an identifier. An identifier in that case stays as it is. */
export function pascalCase(text: string): string {
  const words = text.match(/[A-Za-z0-9$]+/g) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (joined === "") return "Part";
  return /^[0-9]/.test(joined) ? `Type${joined}` : joined;
}

/** The name a schema suggests for itself: its key among the definitions, its anchor, or its path from the root. */
export function suggestedName(at: Located, rootName: string): string {
  const tokens = parsePointer(at.pointer) ?? [];
  const [holder, key] = tokens.slice(-2);
  if ((holder === "$defs" || holder === "definitions") && key !== undefined) return pascalCase(key);
  const anchor = isObject(at.schema) ? own(at.schema, "$anchor") : undefined;
  if (typeof anchor === "string") return pascalCase(anchor);
  if (at.pointer === at.resource.pointer && at.resource.uri !== "")
    return pascalCase(lastPart(at.resource.uri));
  const path = tokens.filter((token) => !structural.has(token)).map(pascalCase);
  return rootName + path.join("") + (tokens.at(-1) === "items" ? "Item" : "");
}

const structural: ReadonlySet<string> = new Set([
  "properties",
  "items",
  "allOf",
  "anyOf",
  "oneOf",
  "$defs",
  "definitions",
]);

function lastPart(uri: string): string {
  const part = uri.split(/[/:]/).findLast((piece) => piece !== "") ?? "";
  return part.replace(/\.(schema\.)?(json|ya?ml)$/, "");
}

/** Names this file's own words need. */
const taken: readonly string[] = ["Omit", "Exclude", "Record"];

/**
 * Gives each declaration its name. The first to suggest a name gets it; another gets it with six hex digits of the hash
 * of where it stands, so that names do not move when definitions are added behind it. Compared without case: two
 * names that differ in case alone are one file, or one mistake, away from each other.
 */
export function nameGiver(rootName: string): (suggested: string, place: string) => string {
  const used = new Set([rootName, ...taken].map((name) => name.toLowerCase()));
  return (suggested, place) => {
    let name = suggested;
    for (let round = 0; used.has(name.toLowerCase()); round++) {
      const digest = createHash("sha256")
        .update(`${place}${round === 0 ? "" : round}`)
        .digest("hex");
      name = `${suggested}_${digest.slice(0, 6)}`;
    }
    used.add(name.toLowerCase());
    return name;
  };
}
