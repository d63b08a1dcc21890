import { quote } from "./quote.ts";

const forms = {
  namespace: {
    pattern: /^[a-z][a-z0-9]*(\.[a-z0-9]+)*\.v[1-9]\d*$/,
    says: 'lower-case words with dots, ending in the major, as "cogo.v1"',
  },
  subject: { pattern: /^[A-Z][A-Za-z0-9]*$/, says: 'PascalCase letters and digits, as "JobStarted"' },
} as const;

/** Longer names do not fit beside `generated/<target>/` and a version in the paths some systems bear. */
const longest = 80;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i;

/** Why a folder cannot be called so; undefined where it can. */
export function checkName(name: string, kind: keyof typeof forms): string | undefined {
  const { pattern, says } = forms[kind];
  if (!pattern.test(name)) return `${quote(name)} is no name of a ${kind}: it is ${says}`;
  if (name.length > longest) return `${quote(name)} is longer than ${longest} characters`;
  return isDevice(name) ? `${quote(name)} is the name of a device on Windows` : undefined;
}

/** Why a file in a registry cannot be called so; undefined where it can. */
export function checkFileName(name: string): string | undefined {
  const hidden = hiddenCharacter(name);
  if (hidden !== undefined) return `the name ${quote(name)} holds ${hidden}, which nobody can see`;
  if (name !== name.normalize("NFC"))
    return `the name ${quote(name)} is not in the composed Unicode form (NFC)`;
  if (/[<>:"/\\|?*]/.test(name) || /[. ]$/.test(name) || name === "")
    return `the name ${quote(name)} cannot stand on Windows`;
  // It stands in a lock line, between spaces, and in commands people copy.
  if (!/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._+=@,-]*$/u.test(name))
    return `the name ${quote(name)} holds more than letters, digits and ._+=@,-`;
  return isDevice(name) ? `${quote(name)} is the name of a device on Windows` : undefined;
}

/** Names that are one and the same on some file system: each with the earlier one it collides with. */
export function collidingNames(
  names: readonly string[],
): readonly (readonly [name: string, earlier: string])[] {
  const seen = new Map<string, string>();
  const colliding: [string, string][] = [];
  for (const name of names) {
    // Upper case first: it unfolds ß and the like, which lower case alone keeps apart.
    const folded = name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
    const earlier = seen.get(folded);
    if (earlier === undefined) seen.set(folded, name);
    else colliding.push([name, earlier]);
  }
  return colliding;
}

/** The first control, format or bidirectional character of a name, as `U+202E`; undefined where there is none. */
export function hiddenCharacter(name: string): string | undefined {
  if (/^[ -~]*$/.test(name)) return undefined;
  const found = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}]/u
    .exec(name)?.[0]
    .codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** `urn:waybill:<namespace>:<Subject>`, with or without a version; nothing else is a reference to a subject. */
export function isSubjectUrn(uri: string): boolean {
  const [, namespace, subject] = /^urn:waybill:([^:]+):([^:]+)(?::[1-9]\d*)?$/.exec(uri) ?? [];
  if (namespace === undefined || subject === undefined) return false;
  return checkName(namespace, "namespace") === undefined && checkName(subject, "subject") === undefined;
}

function isDevice(name: string): boolean {
  return device.test(name.split(".")[0] ?? "");
}
