import { printDocs, sinceOf, withoutSince } from "../docs.ts";
import { tsPropertyKey } from "../escape.ts";
import { kind } from "../kinds.ts";
import { type Member, type Named, type ObjectType, unknown } from "../type.ts";
import { indexSignatures } from "./index-signatures.ts";
import { withoutRepeats } from "./repeats.ts";
import { indent, type Style, width } from "./style.ts";
import { isNothing, printType } from "./type.ts";

/** What every object inherits: where such a member is optional and absent, reading it gives a function. */
const inherited: ReadonlySet<string> = new Set([
  "constructor",
  "toString",
  "toLocaleString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
]);
const mostInline = 3;
const longestInline = 60;

/** An object type with the named types and the choices that hold beside it. */
export function printObject(object: ObjectType, style: Style): string {
  const also = object.also.filter((named) => style.nameOf(named.name) !== undefined);
  const type = also.length === object.also.length ? object : { ...object, also };
  const { own, choices } = withoutRepeats(type);
  const parts = also.map((named) => style.nameOf(named.name) ?? "unknown");
  const members = readable(type.members);
  const index = indexSignatures(members === type.members ? type : { ...type, members }, style);
  const body = bodyOf(readable(own), index, style);
  if (body !== undefined) parts.push(body);
  for (const choice of choices) {
    const inner: Style = { ...style, joined: true, showOpen: style.showOpen && index.length === 0 };
    const text = printType({ is: "union", of: choice }, inner);
    parts.push(text.includes("\n") ? `(${text}\n)` : `(${text})`);
  }
  if (parts.length === 0) return anyObject(style);
  const alone = style.joined !== true && index.length === 0;
  if (alone && (isWeak(type) || !isSurelyObject(type))) parts.push("object");
  const line = parts.join(" & ");
  return line.length <= width || line.includes("\n") ? line : parts.join("\n  & ");
}

export function anyObject(style: Style): string {
  return `{ ${style.readonly ? "readonly " : ""}[key: string]: unknown }`;
}

/** Whether TypeScript would refuse an object that holds none of the members, all of them being optional. */
function isWeak(type: ObjectType): boolean {
  if (type.also.some(isOnlyObject)) return false;
  const closed = type.openness === "stated" && isNothing(type.rest) && type.choices.length === 0;
  if (closed || requiresSome(type)) return false;
  return type.choices.every((choice) => !choice.every(requiresSome));
}

function isOnlyObject(named: Named): boolean {
  return (named.kinds & ~kind.object) === 0;
}

function requiresSome(type: ObjectType): boolean {
  return [...type.members.values()].some((member) => member.required);
}

/** Whether the named types and members beside them leave nothing but objects. */
function isSurelyObject(type: ObjectType): boolean {
  return type.also.every(isOnlyObject) || type.members.size > 0 || type.choices.length > 0;
}

/** The braces; undefined where they would be empty. */
function bodyOf(
  members: ReadonlyMap<string, Member>,
  index: readonly string[],
  style: Style,
): string | undefined {
  const inner: Style = style.joined === false ? style : { ...style, joined: false };
  const all: string[] = [];
  for (const [name, member] of members) all.push(memberLine(name, member, inner));
  all.push(...index);
  if (all.length === 0) return undefined;
  if (all.length <= mostInline) {
    const line = `{ ${all.join(" ").slice(0, -1)} }`;
    if (line.length <= longestInline && !line.includes("\n")) return line;
  }
  return `{\n  ${all.map(indent).join("\n  ")}\n}`;
}

/** Members as they are shown: an absent optional one may still be read as what every object inherits. */
function readable(members: ReadonlyMap<string, Member>): ReadonlyMap<string, Member> {
  let shown: Map<string, Member> | undefined;
  for (const name of inherited) {
    const member = members.get(name);
    if (member === undefined || member.required) continue;
    // In their order.
    shown ??= new Map(members);
    shown.set(name, { ...member, type: unknown });
  }
  return shown ?? members;
}

function memberLine(name: string, member: Member, style: Style): string {
  const since = sinceOf(member.docs) ?? style.since;
  const type = printType(member.type, since === style.since ? style : { ...style, since });
  const mark = `${style.readonly ? "readonly " : ""}${tsPropertyKey(name)}${member.required ? "" : "?"}:`;
  return `${printDocs(withoutSince(member.docs, style.since))}${mark}${type.startsWith("\n") ? "" : " "}${type};`;
}
