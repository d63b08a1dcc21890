import type { Change, Json, Schema } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject } from "../schema/json.ts";
import { append, parsePointer, valueAt } from "../schema/pointer.ts";

/**
 * The new schema with one change taken back, as far as pointers tell how; undefined where they do not. It is only used
 * to look for further witnesses, each of which is confirmed against the schemas as they are.
 */
export function undo(old: Schema, next: Schema, change: Change): Schema | undefined {
  const { oldPointer, newPointer, member, rule } = change;
  if (member !== undefined && rule === "REQUIRED_ADDED" && newPointer !== undefined) {
    return edit(next, newPointer, (list) => (isArray(list) ? list.filter((name) => name !== member) : list));
  }
  if (member !== undefined && rule === "REQUIRED_REMOVED" && newPointer !== undefined) {
    return edit(next, append(newPointer, "required"), (list) => [...(isArray(list) ? list : []), member]);
  }
  if (member !== undefined && rule === "PROPERTY_REMOVED_FROM_CLOSED" && newPointer !== undefined) {
    const kept = oldPointer === undefined ? undefined : valueAt(old, oldPointer);
    return edit(next, append(append(parentOf(newPointer), "properties"), member), () => kept ?? true);
  }
  if (rule === "PROPERTY_ADDED_TO_CLOSED" && newPointer !== undefined)
    return edit(next, newPointer, () => undefined);
  if (oldPointer === undefined || newPointer === undefined) return undefined;
  const [from, to] = [lastOf(oldPointer), lastOf(newPointer)];
  if (from === to) return edit(next, newPointer, () => valueAt(old, oldPointer));
  if (isSchema(valueAt(old, oldPointer)) && to !== undefined) {
    return edit(next, newPointer, () => valueAt(old, append(oldPointer, to)));
  }
  return from === undefined
    ? undefined
    : edit(next, append(newPointer, from), () => valueAt(old, oldPointer));
}

function lastOf(pointer: string): string | undefined {
  return parsePointer(pointer)?.at(-1);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** A copy with the value at a pointer replaced, or removed where the answer is undefined. */
function edit(
  schema: Schema,
  pointer: string,
  by: (value: Json | undefined) => Json | undefined,
): Schema | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  const edited = editAt(schema, tokens, by);
  return isSchema(edited) ? edited : undefined;
}

function editAt(
  value: Json | undefined,
  [token, ...rest]: readonly string[],
  by: (value: Json | undefined) => Json | undefined,
): Json | undefined {
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
