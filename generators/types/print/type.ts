import { templateText, tsString } from "../escape.ts";
import { allKinds, kind } from "../kinds.ts";
import { leafOf, scalarNames } from "../leaf.ts";
import {
  type Atom,
  any,
  atoms,
  isNever,
  isUnknown,
  kindsOf,
  type ObjectType,
  type Scalar,
  type Type,
} from "../type.ts";
import { union } from "../union.ts";
import { printArray } from "./array.ts";
import { anyObject, printObject } from "./object.ts";
import { withoutRepeats } from "./repeats.ts";
import { indent, once, type Style, width } from "./style.ts";

/** A type as TypeScript, laid out; every line but the first stands as it would at the left margin. */
export function printType(type: Type, style: Style): string {
  return layOut(words(type, style));
}

/** The same, where an operator follows or precedes: in parentheses if it is a union or an intersection. */
export function printOperand(type: Type, style: Style): string {
  const parts = words(type, style);
  const text = layOut(parts);
  if (parts.length > 1) return text.includes("\n") ? `(${text}\n)` : `(${text})`;
  return isJoined(plainly(type), text) ? `(${text})` : text;
}

/** The parts of a union, each printed. */
export function words(type: Type, style: Style): readonly string[] {
  const shown = plainly(type);
  const leaf = leafOf(shown);
  const answer = leaf && style.leaf(leaf);
  if (answer !== undefined) return answer;
  const listed: string[] = [];
  let kinds = 0;
  const alone = atoms(shown).length === 1;
  for (const atom of atoms(shown)) {
    if (atom.is === "any") kinds |= atom.kinds;
    else {
      const text = printAtom(atom, style);
      listed.push(!alone && isJoined(atom, text) ? `(${text})` : text);
    }
  }
  if (listed.includes("unknown")) return ["unknown"];
  const all = [...scalars(kinds), ...listed, ...wholes(kinds, style), ...nulls(kinds)];
  return all.length === 0 ? ["never"] : [...new Set(all)];
}

/** Without what only thins out other types ("all but" prints as its kinds) or only holds a choice. */
function plainly(type: Type): Type {
  const plain = (atom: Atom) => atom.is !== "except" && !(atom.is === "object" && atom.choices.length > 0);
  if (atoms(type).every(plain)) return type;
  return union(atoms(type).flatMap(plainAtom));
}

function plainAtom(atom: Atom): readonly Type[] {
  if (atom.is === "except") return [any(atom.kinds)];
  if (atom.is !== "object") return [atom];
  const parts = onlyChoice(atom);
  return parts === undefined ? [atom] : parts.flatMap(plainAtom);
}

/** The parts of an object that says nothing beside one choice, with what is said of their members. */
function onlyChoice(type: ObjectType): readonly ObjectType[] | undefined {
  if (type.choices.length !== 1 || type.also.length > 0 || type.patterns.length > 0) return undefined;
  if (type.openness !== "silent" || !isUnknown(type.rest)) return undefined;
  const { own, choices } = withoutRepeats(type);
  return own.size === 0 ? choices[0] : undefined;
}

/** One line, or one line each when that is too long. */
function layOut(parts: readonly string[]): string {
  const line = parts.join(" | ");
  const [first, last] = parts;
  if (parts.length === 2 && last === "null" && first?.startsWith("{") && first.endsWith("}")) return line;
  if (parts.length < 2 || (line.length <= width && !line.includes("\n"))) return line;
  return parts.map((part) => `\n  | ${indent(indent(part))}`).join("");
}

function scalars(kinds: number): readonly string[] {
  if (kinds === allKinds) return ["unknown"];
  if (kinds === 0) return [];
  return scalarNames(any(kinds)).filter((name) => name !== "null");
}

function wholes(kinds: number, style: Style): readonly string[] {
  if (kinds === allKinds) return [];
  const array = kinds & kind.array ? [`${style.readonly ? "readonly " : ""}unknown[]`] : [];
  return kinds & kind.object ? [...array, anyObject(style)] : array;
}

function nulls(kinds: number): readonly string[] {
  return kinds !== allKinds && kinds & kind.null ? ["null"] : [];
}

/** Beyond this many characters a part of a type is `unknown`: parts that repeat each other could grow without bound. */
const longest = 250_000;

function printAtom(atom: Exclude<Atom, { is: "any" }>, style: Style): string {
  return once(style.printed, atom, style, () => {
    const text = printNew(atom, style);
    return text.length > longest ? "unknown" : text;
  });
}

function printNew(atom: Exclude<Atom, { is: "any" }>, style: Style): string {
  switch (atom.is) {
    case "except":
      return "unknown";
    case "literal":
      return printScalar(atom.value);
    case "template":
      return `\`${templateText(atom.start)}\${string}${templateText(atom.end)}\``;
    case "other string":
      return "(string & {})";
    case "named":
      return style.nameOf(atom.name) ?? "unknown";
    case "both":
      return printBoth(atom.of, style);
    case "array":
      return printArray(atom, style);
    case "object":
      return printObject(atom, style);
  }
}

function printScalar(value: Scalar): string {
  return typeof value === "string" ? tsString(value) : String(Object.is(value, -0) ? 0 : value);
}

function printBoth(parts: readonly Atom[], style: Style): string {
  const texts = parts.map((part) => printOperand(part, style)).filter((text) => text !== "unknown");
  return texts.length === 0 ? "unknown" : texts.join(" & ");
}

/** Whether a type prints with `&` at its top: what begins and ends with a brace is one object. */
function isJoined(type: Type, text: string): boolean {
  if (type.is === "both") return true;
  const braced = text.startsWith("{") && text.endsWith("}");
  return type.is === "object" && !braced && text.includes(" & ");
}

export function isNothing(type: Type): boolean {
  return isNever(type) || kindsOf(type) === 0;
}

export function saysNothing(type: Type): boolean {
  return isUnknown(plainly(type));
}
