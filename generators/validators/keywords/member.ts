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
  return context.mode === "guard"
    ? cheapFirst(members).flatMap((member) => guarded(context, object, variable, member))
    : members.flatMap((member) => collected(context, object, variable, member));
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
  const child = insideOf(context, place, variable, staticToken(escapeToken(name)));
  const { types } = place;
  const type = types?.length === 1 ? types[0] : undefined;
  if (type !== undefined) {
    // Most of what a collector says, in a few bytes: the runtime reads the member and tests its type.
    const tested = module.runtime("typed-member", "member");
    const call = `${tested}(e, ${pointer}, ${object}, ${js(name)}, "${type}"${required ? ", true" : ""});`;
    const body = statements({ ...child, type, object: type === "object" ? variable : undefined });
    if (body === "") return [call];
    if (skipsAbsent(body, variable)) return [`${variable} = ${call}`, body];
    return [`${variable} = ${call}`, `if (${variable} !== undefined) {`, body, "}"];
  }
  const body = statements(child);
  if (body === "") return required ? [`if (${source} === undefined) ${missing()}`] : [];
  const read = `${variable} = ${source};`;
  return required
    ? [read, `if (${variable} === undefined) ${missing()}`, "else {", body, "}"]
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
  const rank = ({ required, place }: Member): string => {
    const said = place?.said ?? [];
    const dear = place !== undefined && (!isSimple(place) || said.some((keyword) => texts.has(keyword)));
    return `${dear ? 1 : 0}${required ? 0 : 1}${place?.types} ${said}`;
  };
  const ranked = members.map((member) => [rank(member), member] as const);
  return ranked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, member]) => member);
}
