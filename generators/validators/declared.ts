import { append, escapeToken } from "../../src/schema/pointer.ts";
import { isArray } from "../../src/schema/json.ts";
import { acceptance } from "./expression.ts";
import { readMember } from "./members.ts";
import { below, type Module, type Place } from "./module.ts";
import { patternTest } from "./pattern.ts";
import { js } from "./quote.ts";
import { read, readArray, readObject, readStrings } from "./read.ts";
import { importOf, referenceKeywords, targetOf } from "./references.ts";
import { isSimple } from "./simple.ts";

/**
 * The body of a function that notes in `d` who declares what below `p`, the instance `v` being accepted. Alternatives
 * have their say where they accept (architecture: content models).
 */
export function declarations(module: Module, place: Place): string {
  const object = objectDeclarations(module, place);
  const array = arrayDeclarations(module, place);
  const out = [...valueDeclarations(module, place)];
  if (object.length > 0) {
    out.push(`const o = ${module.runtime("object", "object")}(v);`, "if (o !== undefined) {", ...object, "}");
  }
  if (array.length > 0) out.push("if (Array.isArray(v)) {", ...array, "}");
  return [...out, ...samePlace(module, place)].join("\n");
}

/** A call for what a place declares; empty where it declares nothing. */
function call(module: Module, place: Place, value: string, pointer: string): string {
  if (isSimple(place) && !isFixed(place)) return "";
  const imported = importOf(module, place);
  const name =
    imported === undefined
      ? module.functionFor("declare", place)
      : module.imports(imported.from, imported.declare);
  return `${name}(${value}, ${pointer}, d);`;
}

function isFixed({ located }: Place): boolean {
  return read(located, "const") !== undefined || read(located, "enum") !== undefined;
}

function valueDeclarations(module: Module, place: Place): readonly string[] {
  return isFixed(place) ? [`${module.runtime("declared", "declareFixed")}(d, p);`] : [];
}

function objectDeclarations(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const declare = (...names: readonly string[]) =>
    `${module.runtime("declared", "declareNames")}(${["d", "p", ...names].join(", ")});`;
  const properties = Object.keys(readObject(located, "properties") ?? {});
  const named = [...properties, ...readStrings(located, "required")];
  const out: string[] = [];
  for (const keyword of ["dependentRequired", "dependencies"]) {
    for (const [trigger, entry] of Object.entries(readObject(located, keyword) ?? {})) {
      if (isArray(entry)) named.push(trigger, ...entry.filter((name) => typeof name === "string"));
    }
  }
  if (named.length > 0) out.push(declare(...[...new Set(named)].map(js)));
  for (const name of properties) {
    const inner = call(
      module,
      below(module, place, append("/properties", name)),
      readMember(module, "o", name),
      `p + ${js(`/${escapeToken(name)}`)}`,
    );
    if (inner !== "") out.push(`if (${readMember(module, "o", name)} !== undefined) ${inner}`);
  }
  for (const keyword of ["dependentSchemas", "dependencies"]) {
    for (const [trigger, entry] of Object.entries(readObject(located, keyword) ?? {})) {
      if (isArray(entry)) continue;
      const inner = call(module, below(module, place, append(`/${keyword}`, trigger)), "v", "p");
      if (inner !== "") out.push(`if (${readMember(module, "o", trigger)} !== undefined) ${inner}`);
    }
  }
  return [...out, ...loop(module, place, properties, declare)];
}

/** What is known only name by name. */
function loop(
  module: Module,
  place: Place,
  properties: readonly string[],
  declare: (...names: readonly string[]) => string,
): readonly string[] {
  const { located } = place;
  const token = () => `p + ${module.runtime("errors", "token")}(k)`;
  const inner: string[] = [];
  const out: string[] = [];
  const patterns = Object.keys(readObject(located, "patternProperties") ?? {});
  const tests = patterns.map((pattern) => patternTest(module, pattern, "k"));
  for (const [at, pattern] of patterns.entries()) {
    const child = below(module, place, append("/patternProperties", pattern));
    inner.push(`if (${tests[at]}) {`, declare("k"), call(module, child, "o[k]", token()), "}");
  }
  if (patterns.length > 0) out.push(declare());
  if (read(located, "additionalProperties") !== undefined) {
    out.push(declare());
    const listed = properties.map((name) => `k === ${js(name)}`);
    const child = call(module, below(module, place, "/additionalProperties"), "o[k]", token());
    inner.push(`if (!(${[...listed, ...tests, "false"].join(" || ")})) {`, declare("k"), child, "}");
  }
  if (read(located, "propertyNames") !== undefined && fixes(module, below(module, place, "/propertyNames"))) {
    inner.push(declare("k"));
  }
  if (read(located, "unevaluatedProperties") !== undefined) {
    out.push(declare(), "const s = new Set();", `${module.functionFor("early", place)}(v, s);`);
    const child = call(module, below(module, place, "/unevaluatedProperties"), "o[k]", token());
    inner.push("if (!s.has(k)) {", declare("k"), child, "}");
  }
  if (inner.length > 0) out.push("for (const k in o) {", ...inner.filter((line) => line !== ""), "}");
  return out;
}

/** Whether every name a schema accepts is written out in it. */
function fixes(module: Module, place: Place): boolean {
  const target = targetOf(module, place, "$ref");
  return isFixed(place) || (target !== undefined && isFixed(target));
}

function arrayDeclarations(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const out: string[] = [];
  const modern = located.dialect === "2020-12";
  const listKeyword = modern ? "prefixItems" : "items";
  const listed = readArray(located, listKeyword);
  for (const index of (listed ?? []).keys()) {
    const inner = call(
      module,
      below(module, place, `/${listKeyword}/${index}`),
      `v[${index}]`,
      `p + "/${index}"`,
    );
    if (inner !== "") out.push(`if (v.length > ${index}) ${inner}`);
  }
  const each = (keyword: string, from: number, test?: string) => {
    if (read(located, keyword) === undefined) return;
    const inner = call(module, below(module, place, `/${keyword}`), "v[i]", 'p + "/" + i');
    if (inner === "") return;
    out.push(`for (let i = ${from}; i < v.length; i++) ${test === undefined ? "" : `if (${test}) `}${inner}`);
  };
  each(modern || listed === undefined ? "items" : "additionalItems", listed?.length ?? 0);
  if (read(located, "contains") !== undefined) {
    each("contains", 0, acceptance(module, below(module, place, "/contains"), "v[i]"));
  }
  if (read(located, "unevaluatedItems") !== undefined) {
    out.push("const s = new Set();", `${module.functionFor("early", place)}(v, s);`);
    each("unevaluatedItems", 0, "!s.has(i)");
  }
  return out;
}

/** References and logic: the same instance under other schemas. */
function samePlace(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const out: string[] = [];
  for (const keyword of referenceKeywords) {
    const target = targetOf(module, place, keyword);
    if (target !== undefined) out.push(call(module, target, "v", "p"));
  }
  const at = (relative: string) => below(module, place, relative);
  for (const index of (readArray(located, "allOf") ?? []).keys())
    out.push(call(module, at(`/allOf/${index}`), "v", "p"));
  for (const keyword of ["anyOf", "oneOf"]) {
    for (const index of (readArray(located, keyword) ?? []).keys()) {
      const inner = call(module, at(`/${keyword}/${index}`), "v", "p");
      if (inner !== "") out.push(`if (${acceptance(module, at(`/${keyword}/${index}`), "v")}) ${inner}`);
    }
  }
  if (read(located, "if") !== undefined) {
    const branch = (keyword: string) =>
      read(located, keyword) === undefined ? "" : call(module, at(`/${keyword}`), "v", "p");
    const holds = [call(module, at("/if"), "v", "p"), branch("then")].filter((line) => line !== "");
    const otherwise = branch("else");
    if (holds.length > 0 || otherwise !== "") {
      out.push(
        `if (${acceptance(module, at("/if"), "v")}) {`,
        ...holds,
        "}",
        ...(otherwise === "" ? [] : [`else ${otherwise}`]),
      );
    }
  }
  return out.filter((line) => line !== "");
}
