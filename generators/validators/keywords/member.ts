import { escapeToken } from "../../../src/schema/pointer.ts";
import { type Context, fail, insideOf, local, staticToken } from "../context.ts";
import { type Member, membersOf, readMember, refusesAbsent } from "../members.ts";
import { js } from "../quote.ts";
import { isSimple } from "../simple.ts";
import { statements } from "../statements.ts";

/** `properties` and `required`, each member read once. */
export function memberStatements(context: Context, object: string): readonly string[] {
  const { module, place } = context;
  const members = membersOf(module, place);
  if (members.length === 0) return [];
  const variable = local(context, "m");
  const out: string[] = [];
  if (context.mode === "guard") {
    for (const member of cheapFirst(members)) out.push(...guarded(context, object, variable, member));
  } else {
    for (const member of members) out.push(...collected(context, object, variable, member));
  }
  return out;
}

function guarded(context: Context, object: string, variable: string, member: Member): readonly string[] {
  const { module, evaluated } = context;
  const { name, required, place } = member;
  const source = readMember(module, object, name);
  if (place === undefined) return [`if (${source} === undefined) return false;`];
  const code = statements(insideOf(context, place, variable, ""));
  const notes = evaluated === undefined ? "" : `${evaluated}.add(${js(name)});`;
  const body = code === "" || notes === "" ? code + notes : `${code}\n${notes}`;
  if (body === "") return required ? [`if (${source} === undefined) return false;`] : [];
  if (!required) {
    return place.located.schema === false && notes === ""
      ? [`if (${source} !== undefined) return false;`]
      : [`${variable} = ${source};`, `if (${variable} !== undefined) {`, body, "}"];
  }
  if (!refusesAbsent(module, place)) {
    return [`${variable} = ${source};`, `if (${variable} === undefined) return false;`, body];
  }
  const at = body.indexOf(variable);
  const once = at >= 0 && body.indexOf(variable, at + 1) < 0;
  return once
    ? [body.slice(0, at) + source + body.slice(at + variable.length)]
    : [`${variable} = ${source};`, body];
}

function collected(context: Context, object: string, variable: string, member: Member): readonly string[] {
  const { module, pointer } = context;
  const { name, required, place } = member;
  const source = readMember(module, object, name);
  const missing = () => fail(context, "rejectRequired", js(name));
  if (place === undefined) return [`if (${source} === undefined) ${missing()}`];
  const token = staticToken(escapeToken(name));
  const { types } = place;
  const type = types?.length === 1 ? types[0] : undefined;
  if (type !== undefined) {
    // Most of what a collector says, in a few bytes: the runtime reads the member and tests its type.
    const tested = module.runtime("typed-member", "member");
    const call = `${tested}(e, ${pointer}, ${object}, ${js(name)}, "${type}"${required ? ", true" : ""});`;
    const body = statements(insideOf(context, place, variable, token, type));
    if (body === "") return [call];
    if (type !== "object" && skipsAbsent(body, variable)) return [`${variable} = ${call}`, body];
    return [`${variable} = ${call}`, `if (${variable} !== undefined) {`, body, "}"];
  }
  const body = statements(insideOf(context, place, variable, token));
  if (body === "") return required ? [`if (${source} === undefined) ${missing()}`] : [];
  const read = `${variable} = ${source};`;
  return required
    ? [read, `if (${variable} === undefined) ${missing()}`, "else {", body, "}"]
    : [read, `if (${variable} !== undefined) {`, body, "}"];
}

const comparison = /^if \((\w+) (?:<|>|<=|>=|===) [^&|()]+\) \w+\(/;

/** Whether comparing is all the code does with a value: what is absent is neither less nor more than anything. */
function skipsAbsent(code: string, variable: string): boolean {
  // Most code is for texts, and begins otherwise.
  if (!code.startsWith(`if (${variable} `)) return false;
  return code.split("\n").every((line) => comparison.exec(line)?.[1] === variable);
}

const texts = new Set(["pattern", "format", "multipleOf"]);

/**
 * Members that one look decides before those whose text or members must be gone through: rejecting is quicker so. Equal
 * ones stand together, which compresses well.
 */
function cheapFirst(members: readonly Member[]): readonly Member[] {
  if (members.length < 2) return members;
  const ranked = members.map(rankOf);
  ranked.sort(inOrder);
  return ranked.map(({ member }) => member);
}

interface Rank {
  readonly member: Member;
  readonly order: number;
  readonly types: string;
  readonly said: string;
}

function rankOf(member: Member): Rank {
  const { required, place } = member;
  const late = required ? 0 : 1;
  if (place === undefined) return { member, order: late, types: "undefined", said: "" };
  const { said, types } = place;
  const dear = !isSimple(place) || said.some((keyword) => texts.has(keyword));
  return { member, order: (dear ? 2 : 0) + late, types: listed(types), said: listed(said) };
}

function inOrder(a: Rank, b: Rank): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.types !== b.types) return a.types < b.types ? -1 : 1;
  return a.said === b.said ? 0 : a.said < b.said ? -1 : 1;
}

/** A list as a text; for one or two entries quicker than to join them. */
function listed(names: readonly string[] | undefined): string {
  if (names === undefined) return "undefined";
  let text = names[0] ?? "";
  for (let at = 1; at < names.length; at++) text += `,${names[at]}`;
  return text;
}
