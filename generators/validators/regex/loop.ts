import { js } from "../quote.ts";
import { literalOf } from "./literal.ts";
import { type Item, sequenceOf } from "./sequence.ts";
import { areDisjoint, memberBit, memberTest, noUnits, union, type UnitSet } from "./set.ts";

export interface Loop {
  /** An arrow function from text to boolean. */
  readonly text: string;
  /** The same as an expression on a variable, where that is short. */
  readonly inline?: (value: string) => string;
}

const known = new Map<string, Loop | undefined>();

/**
 * A pattern as one pass over the characters; undefined where it would have to look back. The pass never returns to a
 * character: what may repeat never starts with what may follow it.
 */
export function loopOf(source: string): Loop | undefined {
  if (!known.has(source)) known.set(source, write(source));
  return known.get(source);
}

function write(source: string): Loop | undefined {
  const sequence = sequenceOf(source);
  if (sequence === undefined) return undefined;
  const inline = literalOf(sequence);
  if (inline !== undefined) return { inline, text: `(s) => ${inline("s")}` };
  if (!sequence.atStart) return undefined;
  const { items, atEnd } = sequence;
  if (!isDeterministic(items, noUnits)) return undefined;
  const least = minLength(items);
  const fixed = atEnd && items.every(isFixed);
  const lines = ["(s) => {"];
  if (fixed) lines.push(`if (s.length !== ${least}) return false;`);
  const steps = stepsOf(items, 0);
  const bits = steps.some((line) => line.startsWith("b &= ")) ? ", b = 1" : "";
  lines.push(
    `let i = 0, c = 0${bits};`,
    ...steps,
    atEnd && !fixed ? "return i === s.length;" : "return true;",
    "}",
  );
  return { text: lines.join("\n") };
}

function isFixed(item: Item): boolean {
  return item.min === item.max && (item.group === undefined || item.group.every(isFixed));
}

function minLength(items: readonly Item[]): number {
  let length = 0;
  for (const { min, group } of items) length += min * (group === undefined ? 1 : minLength(group));
  return length;
}

/** What the first unit of a sequence may be, `follow` where the sequence may be empty. */
function firstOf(items: readonly Item[], follow: UnitSet): UnitSet {
  let first = noUnits;
  for (const { set, group, min } of items) {
    first = union(first, group === undefined ? set : firstOf(group, noUnits));
    if (min > 0) return first;
  }
  return union(first, follow);
}

function isDeterministic(items: readonly Item[], follow: UnitSet): boolean {
  return items.every((item, at) => {
    const next = firstOf(items.slice(at + 1), follow);
    if (item.set !== undefined) return item.min === item.max || areDisjoint(item.set, next);
    const first = firstOf(item.group, noUnits);
    if (minLength(item.group) === 0) return false;
    if (item.min !== item.max && !areDisjoint(first, next)) return false;
    return isDeterministic(item.group, item.max > 1 ? union(first, next) : next);
  });
}

function stepsOf(items: readonly Item[], depth: number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < items.length; at++) {
    const run = literalRun(items, at);
    const item = items[at];
    if (run.length > 1) {
      lines.push(`if (!s.startsWith(${js(run)}, i)) return false;`, `i += ${run.length};`);
      at += run.length - 1;
    } else if (item !== undefined) {
      lines.push(
        ...(item.set === undefined ? repeat(item.group, item, depth) : units(item.set, item, depth)),
      );
    }
  }
  return lines;
}

/** The text of single characters that stand one after the other. */
function literalRun(items: readonly Item[], from: number): string {
  let text = "";
  for (const { set, min, max } of items.slice(from)) {
    const unit = set === undefined || min !== 1 || max !== 1 ? undefined : singleUnit(set);
    if (unit === undefined) break;
    text += String.fromCharCode(unit);
  }
  return text;
}

function singleUnit({ bits, beyond }: UnitSet): number | undefined {
  const [word] = bits.flatMap((one, at) => (one === 0 ? [] : [at]));
  const one = word === undefined ? 0 : (bits[word] ?? 0);
  const single = !beyond && word !== undefined && bits.filter((other) => other !== 0).length === 1;
  return single && (one & (one - 1)) === 0 ? word * 32 + 31 - Math.clz32(one) : undefined;
}

function units(set: UnitSet, { min, max }: Item, depth: number): readonly string[] {
  const test = memberTest(set, "c");
  if (min === 1 && max === 1) return ["c = s.charCodeAt(i++);", `if (!(${test})) return false;`];
  const end = `n${depth}`;
  if (min === max) {
    const step = `for (const ${end} = i + ${min}; i < ${end}; i++) {`;
    if (set.beyond) return [step, "c = s.charCodeAt(i);", `if (!(${test})) return false;`, "}"];
    return [
      step,
      "c = s.charCodeAt(i);",
      `b &= ${memberBit(set, "c")};`,
      "}",
      "if ((b & 1) === 0) return false;",
    ];
  }
  const lines = ["{", `const ${end} = i;`];
  const bound = max === Number.POSITIVE_INFINITY ? "" : ` && i - ${end} < ${max}`;
  lines.push(`while ((c = s.charCodeAt(i), ${test})${bound}) i++;`);
  if (min > 0) lines.push(`if (i - ${end} < ${min}) return false;`);
  return [...lines, "}"];
}

function repeat(group: readonly Item[], { min, max }: Item, depth: number): readonly string[] {
  const body = stepsOf(group, depth + 1);
  if (min === 1 && max === 1) return body;
  const count = `n${depth}`;
  const first = memberTest(firstOf(group, noUnits), "c");
  const bound = max === Number.POSITIVE_INFINITY ? "" : ` && ${count} < ${max}`;
  const lines = [
    "{",
    `let ${count} = 0;`,
    `while ((c = s.charCodeAt(i), ${first})${bound}) {`,
    ...body,
    `${count}++;`,
    "}",
  ];
  if (min > 0) lines.push(`if (${count} < ${min}) return false;`);
  return [...lines, "}"];
}
