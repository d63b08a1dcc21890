import { append, parsePointer } from "../../src/schema/pointer.ts";
import type { Context } from "./context.ts";
import { readMember } from "./members.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";
import { readStrings } from "./read.ts";

/** An envelope's binding as its module needs it. */
export interface Binding {
  readonly discriminator: string;
  readonly payload: string;
  /** By kind: the payload's subject, and what its module exports. */
  readonly kinds: ReadonlyMap<string, BoundSubject>;
  /** Pointer to the block that names the payload's schema; undefined where the envelope has none. */
  readonly schema: string | undefined;
  /** The module that lists these subjects with their hashes. */
  readonly subjects: string;
  readonly onUnknownHash: "accept" | "reject";
}

export interface BoundSubject {
  readonly namespace: string;
  readonly name: string;
  readonly from: string;
  readonly guard: string;
  readonly collect: string;
  readonly declare: string;
  /** Its export that lists the hashes of its versions. */
  readonly hashes: string;
  /** Its position in the list of the bound subjects. */
  readonly position: number;
}

/**
 * The payload judged by the subject its kind names. Kinds without one are the schema's business. `last` where a guard has
 * nothing more to say after it.
 */
export function bindingStatements(context: Context, binding: Binding, last: boolean): readonly string[] {
  const { module, mode, pointer, value, place } = context;
  const before: string[] = [];
  const payload = binding.payload === "" ? value : once(context, binding.payload, "v", before);
  const block = binding.schema === undefined ? "" : once(context, binding.schema, "b", before);
  const required = readStrings(place.located, "required").map((name) => append("", name));
  const absent =
    binding.payload === "" || required.includes(binding.payload) ? "" : `${payload} === undefined || `;
  const cases = [...binding.kinds].flatMap(([kind, bound]) => {
    const names = agreement(context, binding, bound, block);
    const label = `case ${js(kind)}:`;
    if (mode === "collect") {
      const judge = `${module.imports(bound.from, bound.collect)}(${payload}, ${pointer} + ${js(binding.payload)}, e);`;
      return [
        label,
        binding.payload === "" ? judge : `if (${payload} !== undefined) ${judge}`,
        ...names,
        "break;",
      ];
    }
    const accepted = `${absent}${module.imports(bound.from, bound.guard)}(${payload})`;
    const all = [absent === "" ? accepted : `(${accepted})`, ...names].join(" && ");
    return last ? [label, `return ${all};`] : [label, `if (!(${all})) return false;`, "break;"];
  });
  return [...before, `switch (${valueAt(context, binding.discriminator)}) {`, ...cases, "}"];
}

/** The block that names the payload's schema must mean the kind's subject, in any of its versions. */
function agreement(
  context: Context,
  { schema, subjects, onUnknownHash }: Binding,
  { position }: BoundSubject,
  block: string,
): readonly string[] {
  if (schema === undefined) return [];
  const { module, mode, pointer } = context;
  const all = module.imports(subjects, "subjects");
  const strict = onUnknownHash === "reject";
  if (mode === "guard") {
    const known = strict ? [`${module.runtime("kinds", "isKnown")}(${block}, ${all})`] : [];
    return [`${module.runtime("kinds", "agrees")}(${block}, ${all}[${position}], ${all})`, ...known];
  }
  return (strict ? ["rejectDisagreement", "rejectUnknown"] : ["rejectDisagreement"]).map((name) => {
    const place = `${pointer} + ${js(schema)}`;
    return `${module.runtime("kinds", name)}(e, ${place}, ${block}, ${all}[${position}], ${all});`;
  });
}

/** What the payload's own subject declares, where its kind is known. */
export function bindingDeclarations(module: Module, binding: Binding): readonly string[] {
  const cases = [...binding.kinds].flatMap(([kind, bound]) => [
    `case ${js(kind)}:`,
    `${module.imports(bound.from, bound.declare)}(b, p + ${js(binding.payload)}, d);`,
    "break;",
  ]);
  const read = (pointer: string) => (pointer === "" ? "v" : memberAt(module, "v", pointer));
  return [`const b = ${read(binding.payload)};`, `switch (${read(binding.discriminator)}) {`, ...cases, "}"];
}

/** The body of the function that says which version of its payload an envelope names. */
export function versionStatements(module: Module, binding: Binding): string | undefined {
  if (binding.schema === undefined) return undefined;
  const cases = [...binding.kinds].flatMap(([kind, bound]) => [
    `case ${js(kind)}:`,
    `return ${module.runtime("kinds", "versionByHash")}(hash, ${module.imports(bound.from, bound.hashes)});`,
  ]);
  return [
    `const hash = ${memberAt(module, "value", `${binding.schema}/hash`)};`,
    `switch (${memberAt(module, "value", binding.discriminator)}) {`,
    ...cases,
    "}",
    "return undefined;",
  ].join("\n");
}

/** What reads a value below the envelope: a member's name, or a constant for what lies deeper. */
function once(context: Context, pointer: string, prefix: string, before: string[]): string {
  const read = valueAt(context, pointer);
  if (!read.endsWith(")")) return read;
  const name = context.module.variable(prefix);
  before.push(`const ${name} = ${read};`);
  return name;
}

function valueAt(context: Context, pointer: string): string {
  const [name, ...more] = parsePointer(pointer) ?? [];
  const direct = context.object !== undefined && name !== undefined && more.length === 0;
  return direct
    ? readMember(context.module, context.object, name)
    : memberAt(context.module, context.value, pointer);
}

function memberAt(module: Module, value: string, pointer: string): string {
  const names = (parsePointer(pointer) ?? []).map(js);
  return `${module.runtime("member", "memberAt")}(${[value, ...names].join(", ")})`;
}
