import { templateText } from "../escape.ts";
import { kind } from "../kinds.ts";
import { matches } from "../merge.ts";
import { atoms, type Member, type ObjectType, type Template, type Type } from "../type.ts";
import { union } from "../union.ts";
import type { Style } from "./style.ts";
import { isNothing, saysNothing, words } from "./type.ts";

/** What an object's type says of members it does not name: by pattern, where a template literal can, and of the rest. */
export function indexSignatures(type: ObjectType, outer: Style): readonly string[] {
  const style: Style = outer.joined === true ? { ...outer, joined: false } : outer;
  const mark = style.readonly ? "readonly " : "";
  const lines = type.patterns.flatMap(({ key, type: value }) => {
    if (key === undefined || (saysNothing(value) && saysNothing(type.rest))) return [];
    const touched = [...type.members].filter(([name]) => matches(key, name)).map(([, member]) => member);
    return [`${mark}[key: \`${templateKey(key)}\`]: ${valueText([value], touched, style)};`];
  });
  const loose = type.patterns.filter(({ key }) => key === undefined).map((pattern) => pattern.type);
  if (!showsRest(type, [type.rest, ...loose], lines.length > 0, outer)) return lines;
  const keyed = type.patterns.filter(({ key }) => key !== undefined).map((pattern) => pattern.type);
  const values = [type.rest, ...loose, ...keyed];
  return [...lines, `${mark}[key: string]: ${valueText(values, [...type.members.values()], style)};`];
}

/** A record shows only what it declares; a closed object needs words only where it declares nothing. */
function showsRest(type: ObjectType, values: readonly Type[], keyed: boolean, style: Style): boolean {
  const joined = style.joined === true || type.also.length > 0 || type.choices.length > 0;
  const declares = type.members.size > 0 || keyed;
  if (values.every(isNothing)) return !declares && !joined;
  if (!saysNothing(type.rest)) return true;
  if (type.openness === "stated") return true;
  if (type.openness === "sealed") return false;
  return style.showOpen && declares;
}

/** Members' types that are longer are not said again in the signature over them. */
const longestRepeated = 200;

/** An index signature must cover the declared members too. */
function valueText(values: readonly Type[], members: readonly Member[], style: Style): string {
  const all = [...values, ...members.map((member) => member.type)];
  const whole = union(all);
  const parts = words(whole, style);
  if (parts.includes("unknown") || hidesLooseObject(all, whole)) return "unknown";
  const optional = members.some((member) => !member.required);
  const shown = [...parts, ...(optional ? ["undefined"] : [])];
  const text = shown.filter((part) => part !== "never" || shown.length === 1).join(" | ");
  return members.length > 0 && (text.includes("\n") || text.length > longestRepeated) ? "unknown" : text;
}

/** Whether "any object" stands for a named type that may be written as `object`, which has no index signature. */
function hidesLooseObject(all: readonly Type[], whole: Type): boolean {
  const any = atoms(whole).some((atom) => atom.is === "any" && (atom.kinds & kind.object) !== 0);
  return any && all.some((type) => atoms(type).some((atom) => atom.is === "object" && atom.also.length > 0));
}

function templateKey(key: Template): string {
  return `${templateText(key.start)}\${string}${templateText(key.end)}`;
}
