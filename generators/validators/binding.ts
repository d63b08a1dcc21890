import { parsePointer } from "../../src/schema/pointer.ts";
import { isObject, own } from "../../src/schema/json.ts";
import type { Json, KindBinding, Schema } from "../../src/model.ts";
import { type Context, fail } from "./context.ts";
import { readMember } from "./members.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";

/** An envelope's binding as its module needs it. */
export interface Binding {
  readonly discriminator: string;
  readonly payload: string;
  /** By kind: the payload's subject, and what its module exports. */
  readonly kinds: ReadonlyMap<string, BoundSubject>;
  /** Pointer to the hash of the payload's schema; undefined where the envelope has none. */
  readonly hash: string | undefined;
  readonly onUnknownHash: "accept" | "reject";
}

export interface BoundSubject {
  readonly subject: string;
  readonly from: string;
  readonly guard: string;
  readonly collect: string;
  readonly declare: string;
  readonly hashes: string;
}

/** Where an envelope's schema declares the hash of its payload's schema: `schema.hash`. */
export function hashPointer(schema: Schema, binding: KindBinding): string | undefined {
  const member = (value: Json | undefined, name: string) => {
    const properties = isObject(value) ? own(value, "properties") : undefined;
    return isObject(properties) ? own(properties, name) : undefined;
  };
  const found =
    binding.payload !== "" && isObject(schema) && member(member(schema, "schema"), "hash") !== undefined;
  return found ? "/schema/hash" : undefined;
}

/** The payload judged by the subject its kind names. Kinds without one are the schema's business. */
export function bindingStatements(context: Context, binding: Binding): readonly string[] {
  const { module, mode, pointer, value } = context;
  const [kind, payload, hash] = ["k", "v", "h"].map((prefix) => module.variable(prefix));
  const cases = [...binding.kinds].flatMap(([name, bound]) => {
    const judge =
      mode === "guard"
        ? `if (!${module.imports(bound.from, bound.guard)}(${payload})) return false;`
        : `${module.imports(bound.from, bound.collect)}(${payload}, ${pointer} + ${js(binding.payload)}, e);`;
    const present = binding.payload === "" ? judge : `if (${payload} !== undefined) ${judge}`;
    return [`case ${js(name)}:`, present, ...hashTest(context, binding, bound, hash ?? ""), "break;"];
  });
  return [
    `const ${kind} = ${valueAt(module, context, binding.discriminator)};`,
    `const ${payload} = ${binding.payload === "" ? value : valueAt(module, context, binding.payload)};`,
    ...(binding.hash === undefined ? [] : [`const ${hash} = ${valueAt(module, context, binding.hash)};`]),
    `switch (${kind}) {`,
    ...cases,
    "}",
  ];
}

/** A hash of another subject is wrong; one nobody knows is from a newer version, or wrong where the options say so. */
function hashTest(context: Context, binding: Binding, bound: BoundSubject, hash: string): readonly string[] {
  if (binding.hash === undefined) return [];
  const { module } = context;
  const list = (one: BoundSubject) => module.imports(one.from, one.hashes);
  const others = new Set(
    [...binding.kinds.values()].filter(({ subject }) => subject !== bound.subject).map(list),
  );
  const reject = binding.onUnknownHash === "reject";
  if (!reject && others.size === 0) return [];
  const known = `(h) => ${[...new Set([...binding.kinds.values()].map(list))].map((one) => `${one}.includes(h)`).join(" || ")}`;
  const foreign = reject ? "" : ` && ${module.constant("h", known)}(${hash})`;
  const inner = { ...context, pointer: `${context.pointer} + ${js(binding.hash)}` };
  return [
    `if (typeof ${hash} === "string" && !${list(bound)}.includes(${hash})${foreign}) ${fail(inner, "rejectHash", js(bound.subject))}`,
  ];
}

/** What the payload's `declare` function adds where its kind is known. */
export function bindingDeclarations(module: Module, binding: Binding): readonly string[] {
  const cases = [...binding.kinds].flatMap(([name, bound]) => [
    `case ${js(name)}:`,
    `${module.imports(bound.from, bound.declare)}(b, p + ${js(binding.payload)}, d);`,
    "break;",
  ]);
  const read = (pointer: string) => `${module.runtime("member", "memberAt")}(v, ${tokens(pointer)})`;
  return [
    `const b = ${binding.payload === "" ? "v" : read(binding.payload)};`,
    `switch (${read(binding.discriminator)}) {`,
    ...cases,
    "}",
  ];
}

function valueAt(module: Module, context: Context, pointer: string): string {
  const names = parsePointer(pointer) ?? [];
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0 && context.object !== undefined) {
    return readMember(module, context.object, name);
  }
  return `${module.runtime("member", "memberAt")}(${context.value}, ${tokens(pointer)})`;
}

function tokens(pointer: string): string {
  return (parsePointer(pointer) ?? []).map(js).join(", ");
}
