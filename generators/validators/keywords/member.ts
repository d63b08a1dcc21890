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
    for (const member of cheapFirst(members)) guarded(out, context, object, variable, member);
  } else {
    for (const member of members) collected(out, context, object, variable, member);
  }
  return out;
}

function guarded(out: string[], context: Context, object: string, variable: string, member: Member): void {
  const { module, evaluated } = context;
  const { name, required, place } = member;
  const source = readMember(module, object, name);
  const refuse = `if (${source} === undefined) return false;`;
  if (place === undefined) {
    out.push(refuse);
    return;
  }
  const code = statements(insideOf(context, place, variable, ""));
  const notes = evaluated === undefined ? "" : `${evaluated}.add(${js(name)});`;
  const body = code === "" || notes === "" ? code + notes : `${code}\n${notes}`;
  if (body === "") {
    if (required) out.push(refuse);
  } else if (!required) {
    if (place.located.schema === false && notes === "")
      out.push(`if (${source} !== undefined) return false;`);
    else out.push(`${variable} = ${source};`, `if (${variable} !== undefined) {`, body, "}");
  } else if (!refusesAbsent(module, place)) {
    out.push(`${variable} = ${source};`, `if (${variable} === undefined) return false;`, body);
  } else {
    const at = body.indexOf(variable);
    const once = at >= 0 && body.indexOf(variable, at + 1) < 0;
    if (once) out.push(body.slice(0, at) + source + body.slice(at + variable.length));
    else out.push(`${variable} = ${source};`, body);
  }
}

function collected(out: string[], context: Context, object: string, variable: string, member: Member): void {
  const { module, pointer } = context;
  const { name, required, place } = member;
  const missing = () => fail(context, "rejectRequired", js(name));
  if (place === undefined) {
    out.push(`if (${readMember(module, object, name)} === undefined) ${missing()}`);
    return;
  }
  const token = staticToken(escapeToken(name));
  const { types } = place;
  const type = types?.length === 1 ? types[0] : undefined;
  if (type !== undefined) {
    // Most of what a collector says, in a few bytes: the runtime reads the member and tests its type.
    const tested = module.runtime("typed-member", "member");
    const call = `${tested}(e, ${pointer}, ${object}, ${js(name)}, "${type}"${required ? ", true" : ""});`;
    const body = statements(insideOf(context, place, variable, token, type));
    if (body === "") out.push(call);
    else if (type !== "object" && skipsAbsent(body, variable)) out.push(`${variable} = ${call}`, body);
    else out.push(`${variable} = ${call}`, `if (${variable} !== undefined) {`, body, "}");
    return;
  }
  const source = readMember(module, object, name);
  const body = statements(insideOf(context, place, variable, token));
  if (body === "") {
    if (required) out.push(`if (${source} === undefined) ${missing()}`);
  } else if (required) {
    const absent = `if (${variable} === undefined) ${missing()}`;
    out.push(`${variable} = ${source};`, absent, "else {", body, "}");
  } else out.push(`${variable} = ${source};`, `if (${variable} !== undefined) {`, body, "}");
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
