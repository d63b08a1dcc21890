import type { Change, Json, Schema } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject } from "../schema/json.ts";
import { append, parsePointer, valueAt } from "../schema/pointer.ts";

/**
 * The new schema with one change taken back, as far as pointers tell how; undefined where they do not. It is only used
 * to look for further witnesses, each of which is confirmed against the schemas as they are.
 */
export function undo(old: Schema, next: Schema, change: Change): Schema | undefined {
  const { oldPointer: from, newPointer: to, member } = change;
  if (member !== undefined) return undoMember(old, next, change, member);
  if (from === undefined || to === undefined) return undefined;
  const [oldKeyword, newKeyword] = [lastOf(from), lastOf(to)];
  if (oldKeyword === newKeyword) return edit(next, to, () => valueAt(old, from));
  if (isSchema(valueAt(old, from))) {
    return newKeyword === undefined
      ? undefined
      : edit(next, to, () => valueAt(old, append(from, newKeyword)));
  }
  if (isSchema(valueAt(next, to))) {
    return oldKeyword === undefined
      ? undefined
      : edit(next, append(to, oldKeyword), () => valueAt(old, from));
  }
  return edit(next, parentOf(to), () => valueAt(old, parentOf(from)));
}

/** Changes that are about one member of an object. */
function undoMember(old: Schema, next: Schema, change: Change, member: string): Schema | undefined {
  const { rule, oldPointer: from, newPointer: to } = change;
  if (to === undefined) return undefined;
  const without = (list: Json | undefined) => (isArray(list) ? list.filter((name) => name !== member) : list);
  const before = (pointer: string) => valueAt(old, append(append(pointer, "properties"), member));
  switch (rule) {
    case "REQUIRED_ADDED":
      return edit(next, to, without);
    case "REQUIRED_REMOVED": {
      const kept = from === undefined ? undefined : before(parentOf(from));
      const back = edit(next, append(append(to, "properties"), member), (now) => now ?? kept);
      return back && edit(back, append(to, "required"), (list) => [...(isArray(list) ? list : []), member]);
    }
    case "PROPERTY_REMOVED_FROM_CLOSED": {
      const kept = from === undefined ? undefined : valueAt(old, from);
      return edit(next, append(append(parentOf(to), "properties"), member), () => kept ?? true);
    }
    case "PROPERTY_ADDED_TO_CLOSED": {
      const gone = edit(next, to, () => undefined);
      return gone && edit(gone, append(parentOf(parentOf(to)), "required"), without);
    }
    default:
      return undefined;
  }
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
  return members.size === 0 && value === undefined ? undefined : Object.fromEntries(members);
}
