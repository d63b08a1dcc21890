import type { Change, Direction, Json, Schema } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject } from "../schema/json.ts";
import { append, parsePointer, valueAt } from "../schema/pointer.ts";
import { inDirection } from "./decide.ts";

/**
 * The reader with one change taken out of its way, as far as pointers tell how; undefined where they do not. It is only
 * used to look for further witnesses, each of which is confirmed against the reader as it is.
 */
export function relax(
  writer: Schema,
  reader: Schema,
  change: Change,
  direction: Direction,
): Schema | undefined {
  const pointers = inDirection(direction, change.oldPointer, change.newPointer);
  const { writer: from, reader: to } = pointers;
  if (to === undefined) return undefined;
  if (change.member !== undefined) {
    return isArray(valueAt(reader, to))
      ? edit(reader, to, (list) => (isArray(list) ? list.filter((name) => name !== change.member) : list))
      : admit(writer, reader, change.member, from, to);
  }
  if (from === undefined) return undefined;
  const [written, read] = [valueAt(writer, from), valueAt(reader, to)];
  // An alternative: kept by the reader that dropped it, dropped by the one that added it.
  if (isAlternative(from) && isArray(read) && isSchema(written))
    return edit(reader, to, () => [...read, written]);
  if (isAlternative(to) && isArray(written) && isSchema(read)) return edit(reader, to, () => undefined);
  const [theirs, ours] = [lastOf(from), lastOf(to)];
  if (theirs === ours) return edit(reader, to, () => written);
  if (isSchema(written)) {
    return ours === undefined ? undefined : edit(reader, to, () => valueAt(writer, append(from, ours)));
  }
  if (isSchema(read)) {
    return theirs === undefined ? undefined : edit(reader, append(to, theirs), () => written);
  }
  return edit(reader, parentOf(to), () => valueAt(writer, parentOf(from)));
}

/** Declares a member that the keyword at `closing` keeps out. */
function admit(
  writer: Schema,
  reader: Schema,
  member: string,
  from: string | undefined,
  closing: string,
): Schema | undefined {
  const declared = from === undefined ? undefined : valueAt(writer, from);
  const place = append(append(parentOf(closing), "properties"), member);
  return edit(reader, place, () => (isSchema(declared) ? declared : true));
}

function isAlternative(pointer: string): boolean {
  return /\/(anyOf|oneOf)\/\d+$/.test(pointer);
}

function lastOf(pointer: string): string | undefined {
  return parsePointer(pointer)?.at(-1);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

type By = (value: Json | undefined) => Json | undefined;

/** A copy with the value at a pointer replaced, or removed where the answer is undefined. */
function edit(schema: Schema, pointer: string, by: By): Schema | undefined {
  const tokens = parsePointer(pointer);
  const edited = tokens && editAt(schema, tokens, by);
  return edited === undefined || !isSchema(edited) ? undefined : edited;
}

function editAt(value: Json | undefined, [token, ...rest]: readonly string[], by: By): Json | undefined {
  if (token === undefined) return by(value);
  if (isArray(value)) {
    const items = value.map((item, index) => (String(index) === token ? editAt(item, rest, by) : item));
    return items.filter((item) => item !== undefined);
  }
  const members = new Map(isObject(value) ? Object.entries(value) : []);
  const edited = editAt(members.get(token), rest, by);
  if (edited === undefined) members.delete(token);
  else members.set(token, edited);
  return Object.fromEntries(members);
}
