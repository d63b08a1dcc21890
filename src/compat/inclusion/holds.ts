import { codePoints } from "../../evaluate/code-points.ts";
import { patternOf } from "../../evaluate/pattern.ts";
import type { Json, JsonObject } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import type { Arena } from "./arena.ts";
import type { Literal, Node, Region } from "./formula.ts";
import { compare, fromNumber, isMultiple } from "./rational.ts";
import { typeOf } from "./types.ts";
import { valueKey } from "./value-key.ts";

/** True, false, or undefined where an opaque predicate decides. */
export type Truth = boolean | undefined;

export type FormatTests = ReadonlyMap<string, (text: string) => boolean>;

/** Whether a value satisfies a literal: the engine's own reading of its own words, value in hand. */
export function makeHolds(
  arena: Arena,
  formats: FormatTests,
  spend: (steps: number) => boolean = () => true,
): (literal: Literal, value: Json) => Truth {
  let looks = 0;
  return holds;

  function holds(literal: Literal, value: Json): Truth {
    // Testing a value is cheap, but not free: the budget is about work. What is not looked at is not known.
    if (++looks % 256 === 0 && !spend(1)) return undefined;
    const type = typeOf(value);
    if ((arena.typesOf(literal) & type) === 0) return false;
    if ((arena.typesOf(-literal) & type) === 0) return true;
    const truth = nodeHolds(arena.node(literal), value);
    return truth === undefined || literal > 0 ? truth : !truth;
  }

  function nodeHolds(node: Node, value: Json): Truth {
    switch (node.kind) {
      case "true":
        return true;
      case "and":
        return every(node.of, (child) => holds(child, value));
      case "oneOf":
        return exactlyOne(node.of.map((child) => holds(child, value)));
      case "ref":
        return holds(arena.body(node.target), value);
      case "type":
        return (node.types & typeOf(value)) !== 0;
      case "enum":
        return node.values.has(valueKey(value));
      case "opaque":
        return undefined;
    }
    if (typeof value === "number") return numberHolds(node, value);
    if (typeof value === "string") return stringHolds(node, value);
    if (isArray(value)) return arrayHolds(node, value);
    return isObject(value) ? objectHolds(node, value) : true;
  }

  function stringHolds(node: Node, value: string): Truth {
    switch (node.kind) {
      case "minLength":
        return codePoints(value) >= node.count;
      case "maxLength":
        return codePoints(value) <= node.count;
      case "pattern":
        return patternOf(node.source).test(value);
      case "format":
        return formats.get(node.name)?.(value);
      default:
        return true;
    }
  }

  function arrayHolds(node: Node, value: readonly Json[]): Truth {
    switch (node.kind) {
      case "minItems":
        return value.length >= node.count;
      case "maxItems":
        return value.length <= node.count;
      case "unique":
        return new Set(value.map(valueKey)).size === value.length;
      case "item":
        return node.index >= value.length || holds(node.of, value[node.index] ?? null);
      case "items":
        return every(value.slice(node.from), (item) => holds(node.of, item));
      case "atLeast":
      case "atMost": {
        const truths = value.map((item) => holds(node.of, item));
        const sure = truths.filter((truth) => truth === true).length;
        const possible = sure + truths.filter((truth) => truth === undefined).length;
        if (node.kind === "atLeast") return sure >= node.count || (possible < node.count ? false : undefined);
        return possible <= node.count || (sure > node.count ? false : undefined);
      }
      default:
        return true;
    }
  }

  function objectHolds(node: Node, value: JsonObject): Truth {
    const names = Object.keys(value);
    switch (node.kind) {
      case "minProperties":
        return names.length >= node.count;
      case "maxProperties":
        return names.length <= node.count;
      case "has":
        return Object.hasOwn(value, node.name);
      case "names":
        return every(names, (name) => holds(node.of, name));
      case "members": {
        const { region } = node;
        if (region.kind === "name") {
          const member = own(value, region.name);
          return member === undefined ? true : holds(node.of, member);
        }
        return every(
          names.filter((name) => covers(region, name)),
          (name) => holds(node.of, value[name] ?? null),
        );
      }
      default:
        return true;
    }
  }
}

export function covers(region: Region, name: string): boolean {
  switch (region.kind) {
    case "name":
      return region.name === name;
    case "pattern":
      return patternOf(region.source).test(name);
    case "rest":
      return !region.names.has(name) && !region.patterns.some((source) => patternOf(source).test(name));
  }
}

function numberHolds(node: Node, value: number): Truth {
  switch (node.kind) {
    case "minimum":
    case "maximum": {
      const side = compare(fromNumber(value), node.bound) * (node.kind === "minimum" ? 1 : -1);
      return node.exclusive ? side > 0 : side >= 0;
    }
    case "multipleOf":
      return isMultiple(fromNumber(value), node.divisor);
    default:
      return true;
  }
}

function every<T>(items: Iterable<T>, test: (item: T) => Truth): Truth {
  let all: Truth = true;
  let last: T | undefined;
  for (const item of items) {
    // Long arrays the engine writes repeat one item.
    if (item === last) continue;
    last = item;
    const truth = test(item);
    if (truth === false) return false;
    if (truth === undefined) all = undefined;
  }
  return all;
}

function exactlyOne(truths: readonly Truth[]): Truth {
  const sure = truths.filter((truth) => truth === true).length;
  if (sure > 1) return false;
  if (truths.includes(undefined)) return undefined;
  return sure === 1;
}
