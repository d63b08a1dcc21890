import { append, escapeToken } from "../../../src/schema/pointer.ts";
import { type Context, fail, inside, local, staticToken } from "../context.ts";
import { readMember, refusesAbsent } from "../members.ts";
import { js } from "../quote.ts";
import { decidingAt, readObject, readStrings } from "../read.ts";
import { isSimple } from "../simple.ts";
import { statements } from "../statements.ts";
import { typesAt } from "../types.ts";

/** A name that `properties` or `required` lists. */
interface Member {
  readonly name: string;
  readonly required: boolean;
  /** The context of its value; undefined where only `required` lists it. */
  readonly child: Context | undefined;
}

/** `properties` and `required`, each member read once. */
export function memberStatements(context: Context, object: string): readonly string[] {
  const listed = readObject(context.place.located, "properties") ?? {};
  const required = new Set(readStrings(context.place.located, "required"));
  const names = new Set([...Object.keys(listed), ...required]);
  if (names.size === 0) return [];
  const variable = local(context, "m");
  const members = [...names].map((name) => ({
    name,
    required: required.has(name),
    child: Object.hasOwn(listed, name)
      ? inside(context, append("/properties", name), variable, staticToken(escapeToken(name)))
      : undefined,
  }));
  return context.mode === "guard"
    ? cheapFirst(members).flatMap((member) => guarded(context, object, variable, member))
    : members.flatMap((member) => collected(context, object, variable, member));
}

function guarded(
  context: Context,
  object: string,
  variable: string,
  { name, required, child }: Member,
): readonly string[] {
  const { module, evaluated } = context;
  const source = readMember(module, object, name);
  const notes = child === undefined || evaluated === undefined ? "" : `${evaluated}.add(${js(name)});`;
  const body = [child === undefined ? "" : statements(child), notes].filter((line) => line !== "").join("\n");
  if (body === "") return required ? [`if (${source} === undefined) return false;`] : [];
  if (!required) {
    return child?.place.located.schema === false && notes === ""
      ? [`if (${source} !== undefined) return false;`]
      : [`${variable} = ${source};`, `if (${variable} !== undefined) {`, body, "}"];
  }
  if (child === undefined || !refusesAbsent(module, child.place)) {
    return [`${variable} = ${source};`, `if (${variable} === undefined) return false;`, body];
  }
  const once = body.split(variable).length === 2;
  return once ? [body.replace(variable, () => source)] : [`${variable} = ${source};`, body];
}

function collected(
  context: Context,
  object: string,
  variable: string,
  { name, required, child }: Member,
): readonly string[] {
  const { module, pointer } = context;
  const source = readMember(module, object, name);
  const missing = fail(context, "rejectRequired", js(name));
  if (child === undefined) return [`if (${source} === undefined) ${missing}`];
  const [type, ...more] = typesAt(child.place.located) ?? [];
  if (type !== undefined && more.length === 0) {
    // Most of what a collector says, in a few bytes: the runtime reads the member and tests its type.
    const args = ["e", pointer, object, js(name), js(type), ...(required ? ["true"] : [])];
    const call = `${module.runtime("typed-member", "member")}(${args.join(", ")});`;
    const body = statements({ ...child, type, object: type === "object" ? variable : undefined });
    if (body === "") return [call];
    if (skipsAbsent(body, variable)) return [`${variable} = ${call}`, body];
    return [`${variable} = ${call}`, `if (${variable} !== undefined) {`, body, "}"];
  }
  const body = statements(child);
  if (body === "") return required ? [`if (${source} === undefined) ${missing}`] : [];
  const read = `${variable} = ${source};`;
  return required
    ? [read, `if (${variable} === undefined) ${missing}`, "else {", body, "}"]
    : [read, `if (${variable} !== undefined) {`, body, "}"];
}

/** Whether comparing is all the code does with a value: what is absent is neither less nor more than anything. */
function skipsAbsent(code: string, variable: string): boolean {
  const comparison = /^if \((\w+) (?:<|>|<=|>=|===) [^&|()]+\) \w+\(/;
  return code.split("\n").every((line) => comparison.exec(line)?.[1] === variable);
}

const texts = new Set(["pattern", "format", "multipleOf"]);

/**
 * Members that one look decides before those whose text or members must be gone through: rejecting is quicker so. Equal
 * ones stand together, which compresses well.
 */
function cheapFirst(members: readonly Member[]): readonly Member[] {
  const rank = ({ required, child }: Member): string => {
    const located = child?.place.located;
    const said = located === undefined ? [] : decidingAt(located);
    const dear =
      child !== undefined && (!isSimple(child.place) || said.some((keyword) => texts.has(keyword)));
    const type = located === undefined ? "" : typesAt(located);
    return `${dear ? 1 : 0}${required ? 0 : 1}${type} ${said}`;
  };
  const ranked = members.map((member) => [rank(member), member] as const);
  return ranked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, member]) => member);
}
