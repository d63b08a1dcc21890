import { envelopeNames } from "./envelope.ts";
import { tsComment, tsPropertyKey, tsString } from "./escape.ts";

export interface EnvelopeParts {
  readonly name: string;
  /** The imported type of the envelope's own version. */
  readonly base: string;
  /** `key` and `text` are escaped; `payload` is undefined where its subject has no published version. */
  readonly kinds: readonly {
    readonly key: string;
    readonly text: string;
    readonly payload: string | undefined;
  }[];
  /** Path to the value that names the kind, and to the payload; the latter is empty where the envelope is the payload. */
  readonly discriminator: readonly string[];
  readonly payload: readonly string[];
  /** The envelope is one plain object, so that members can be replaced and not only narrowed. */
  readonly plain: boolean;
  readonly payloadOptional: boolean;
  readonly readonly: boolean;
}

/** The declarations of an envelope's index. */
export function envelopeTypes(parts: EnvelopeParts): string {
  const { name, base, kinds, discriminator } = parts;
  const { payloads, kind, known, unknown } = envelopeNames(name);
  const path = discriminator.map((token) => `[${tsString(token)}]`).join("");
  const spelled = tsComment(discriminator.join("."));
  const absent =
    parts.payload.length === 0
      ? "unknown"
      : `${base}${parts.payload.map((token) => `[${tsString(token)}]`).join("")}`;
  return `/** The payload of each kind that \`${spelled}\` may name. */
export type ${payloads} = {
${kinds.map((entry) => `  ${entry.key}: ${entry.payload ?? absent};`).join("\n")}
};

/** A kind whose payload is known. */
export type ${kind} = keyof ${payloads};

/** One of the known kinds, with its payload: exhaustive to switch over. */
export type ${known} = {
  [Kind in ${kind}]: ${oneKind(parts, payloads)};
}[${kind}];

/** A kind that came later, or from elsewhere: its payload is not described here. */
export type ${unknown} = ${other(parts, kind, path)};

export type ${name} = ${known} | ${unknown};

const kinds: ReadonlySet<string> = new Set<${kind}>([
${kinds.map((entry) => `  ${entry.text},`).join("\n")}
]);

/** Whether the payload's type is known; afterwards a switch over the kind is exhaustive. */
export function isKnownKind(envelope: ${name}): envelope is ${known} {
  ${guardBody(parts)}
}
`;
}

/** The envelope of the kind \`Kind\`. */
function oneKind(parts: EnvelopeParts, payloads: string): string {
  const kind = nest(parts.discriminator, "Kind", false, parts);
  if (parts.payload.length === 0) return `${parts.base} & ${payloads}[Kind] & { ${kind} }`;
  const payload = nest(parts.payload, `${payloads}[Kind]`, parts.payloadOptional, parts);
  const flat = parts.plain && parts.payload.length === 1;
  return `${flat ? without(parts, [...parts.discriminator, ...parts.payload]) : parts.base} & { ${kind}; ${payload} }`;
}

function other(parts: EnvelopeParts, kind: string, path: string): string {
  if (!parts.plain) return parts.base;
  const name = nest(parts.discriminator, `Exclude<${parts.base}${path}, ${kind}>`, false, parts);
  return `${without(parts, parts.discriminator)} & { ${name} }`;
}

function without(parts: EnvelopeParts, names: readonly string[]): string {
  return `Omit<${parts.base}, ${names.map(tsString).join(" | ")}>`;
}

function nest(path: readonly string[], type: string, optional: boolean, parts: EnvelopeParts): string {
  const mark = parts.readonly ? "readonly " : "";
  return path.reduceRight((inner, token, at) => {
    const value = at === path.length - 1 ? inner : `{ ${inner} }`;
    return `${mark}${tsPropertyKey(token)}${optional && path.length === 1 ? "?" : ""}: ${value}`;
  }, type);
}

/** The guard's body: a plain envelope is read by its type, any other carefully. */
function guardBody(parts: EnvelopeParts): string {
  const [name = ""] = parts.discriminator;
  if (parts.plain) {
    return `return kinds.has(envelope${tsPropertyKey(name) === name ? `.${name}` : `[${tsString(name)}]`});`;
  }
  return `let value: unknown = envelope;
  for (const name of [${parts.discriminator.map(tsString).join(", ")}]) {
    const holds = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    value = holds ? Reflect.get(value as object, name) : undefined;
  }
  return typeof value === "string" && kinds.has(value);`;
}
