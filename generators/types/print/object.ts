import { printDocs } from "../docs.ts";
import { propertyKey, templateText } from "../escape.ts";
import { kind } from "../kinds.ts";
import { matches } from "../merge.ts";
import { type Member, type ObjectType, type Template, type Type, unknown } from "../type.ts";
import { union } from "../union.ts";
import { indent, type Style } from "./style.ts";
import { isNothing, printType, saysNothing, words } from "./type.ts";

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

/** An object type with the named types and the choice that hold beside it. */
export function printObject(type: ObjectType, style: Style): string {
  const own = withoutRepeats({ ...type, members: readable(type.members) });
  const joined = type.also.length > 0 || type.variants.length > 0;
  const parts = type.also.map((named) => style.nameOf(named.name)).filter((name) => name !== undefined);
  const body = bodyOf(own, joined, style);
  const loose = type.also.some((named) => named.kinds !== kind.object);
  if (body !== undefined) parts.push(body);
  else if (loose && type.variants.length === 0) parts.push("object");
  if (type.variants.length > 0) {
    const choice = printType({ is: "union", of: type.variants }, style);
    parts.push(choice.includes("\n") ? `(${indent(choice)}\n)` : `(${choice})`);
  }
  return parts.length === 0 ? "{ [key: string]: unknown }" : parts.join(" & ");
}

/** Members that every variant declares, narrowed, are not said twice. */
function withoutRepeats(type: ObjectType): ObjectType {
  if (type.variants.length === 0) return type;
  const kept = [...type.members].filter(
    ([name]) => !type.variants.every((variant) => variant.members.has(name)),
  );
  return { ...type, members: new Map(kept) };
}

/** The braces; undefined where they would say nothing beside the joined parts. */
function bodyOf(type: ObjectType, joined: boolean, style: Style): string | undefined {
  const lines = [...type.members].map(([name, member]) => memberLine(name, member, style));
  const index = indexLines(type, joined, style);
  if (lines.length + index.length === 0) return joined ? undefined : "{ [key: string]: unknown }";
  const all = [...lines, ...index];
  const line = `{ ${all.join(" ").slice(0, -1)} }`;
  if (all.length <= mostInline && line.length <= longestInline && !line.includes("\n")) return line;
  return `{\n  ${all.map(indent).join("\n  ")}\n}`;
}

/** Members as they are shown: an absent optional one may still be read as what every object inherits. */
function readable(members: ReadonlyMap<string, Member>): ReadonlyMap<string, Member> {
  const shown = [...members].map(([name, member]): [string, Member] => {
    return !member.required && inherited.has(name) ? [name, { ...member, type: unknown }] : [name, member];
  });
  return new Map(shown);
}

function memberLine(name: string, member: Member, style: Style): string {
  const type = printType(member.type, style);
  const mark = `${style.readonly ? "readonly " : ""}${propertyKey(name)}${member.required ? "" : "?"}:`;
  return `${printDocs(member.docs)}${mark}${type.startsWith("\n") ? "" : " "}${type};`;
}

function indexLines(type: ObjectType, joined: boolean, style: Style): readonly string[] {
  const named = type.patterns.filter(({ key }) => key !== undefined);
  const loose = type.patterns.filter(({ key }) => key === undefined);
  const mark = style.readonly ? "readonly " : "";
  const lines = named.flatMap(({ key, type: value }) => {
    if (key === undefined || (saysNothing(value) && saysNothing(type.rest))) return [];
    const touched = [...type.members].filter(([name]) => matches(key, name)).map(([, member]) => member);
    return [`${mark}[key: \`${templateKey(key)}\`]: ${valueText([value], touched, style)};`];
  });
  const values = [type.rest, ...loose.map((pattern) => pattern.type)];
  const nothing = values.every(isNothing);
  if (nothing && (type.members.size > 0 || lines.length > 0)) return lines;
  if (!nothing && !showsIndex(type, joined, lines.length > 0, style)) return lines;
  const every = nothing ? values : [...values, ...named.map((pattern) => pattern.type)];
  return [...lines, `${mark}[key: string]: ${valueText(every, [...type.members.values()], style)};`];
}

/** A record shows only what it declares, unless TypeScript would then refuse objects that hold nothing of it. */
function showsIndex(type: ObjectType, joined: boolean, keyed: boolean, style: Style): boolean {
  const open = saysNothing(type.rest);
  const weak = !joined && !keyed && [...type.members.values()].every((member) => !member.required);
  if (type.openness === "sealed") return weak;
  if (!open || type.openness === "stated") return true;
  if (type.members.size === 0) return !joined && !keyed;
  return style.showOpen || weak;
}

/** An index signature must cover the declared members too. */
function valueText(values: readonly Type[], members: readonly Member[], style: Style): string {
  const parts = words(union([...values, ...members.map((member) => member.type)]), style);
  if (parts.includes("unknown")) return "unknown";
  const optional = members.some((member) => !member.required);
  const all = [...parts, ...(optional ? ["undefined"] : [])];
  return all.filter((part) => part !== "never" || all.length === 1).join(" | ");
}

function templateKey(key: Template): string {
  return `${templateText(key.start)}\${string}${templateText(key.end)}`;
}
