import { isArray } from "../../../src/schema/json.ts";
import { append, escapeToken } from "../../../src/schema/pointer.ts";
import { type Member, membersOf, readMember } from "../members.ts";
import { below, type Module, type Place } from "../module.ts";
import { patternTest } from "../pattern.ts";
import { js } from "../quote.ts";
import { read, readObject } from "../read.ts";
import { targetOf } from "../references.ts";
import { call, isFixed, isSilent } from "./call.ts";

/** What a place declares of an object `o`. */
export function objectDeclarations(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const declare = (...names: readonly string[]) => {
    let text = `${module.runtime("declared", "declareNames")}(d, p`;
    for (const name of names) text += `, ${name}`;
    return `${text});`;
  };
  const depends = place.said.some((name) => name.startsWith("depend"));
  const [required, schemas] = depends
    ? [
        ["dependentRequired", "dependencies"],
        ["dependentSchemas", "dependencies"],
      ]
    : [[], []];
  const members = membersOf(module, place);
  const named = members.map(({ name }) => name);
  const out: string[] = [];
  for (const keyword of required) {
    for (const [trigger, entry] of Object.entries(readObject(located, keyword) ?? {})) {
      if (isArray(entry)) named.push(trigger, ...entry.filter((name) => typeof name === "string"));
    }
  }
  if (named.length > 0) out.push(declare(...(depends ? [...new Set(named)] : named).map(js)));
  for (const { name, place: child } of members) {
    if (child === undefined || isSilent(module, child)) continue;
    const source = readMember(module, "o", name);
    const inner = call(module, child, source, `p + ${js(`/${escapeToken(name)}`)}`);
    if (inner !== "") out.push(`if (${source} !== undefined) ${inner}`);
  }
  for (const keyword of schemas) {
    for (const [trigger, entry] of Object.entries(readObject(located, keyword) ?? {})) {
      if (isArray(entry)) continue;
      const inner = call(module, below(module, place, append(`/${keyword}`, trigger)), "v", "p");
      if (inner !== "") out.push(`if (${readMember(module, "o", trigger)} !== undefined) ${inner}`);
    }
  }
  if (place.said.some((name) => byName.has(name))) out.push(...loop(module, place, members, declare));
  return out;
}

const byName: ReadonlySet<string> = new Set([
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "unevaluatedProperties",
]);

/** What is known only name by name. */
function loop(
  module: Module,
  place: Place,
  members: readonly Member[],
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
    const listed = members.flatMap(({ name, place }) => (place === undefined ? [] : [`k === ${js(name)}`]));
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
