import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Json, JsonObject } from "../../src/model.ts";
import { isArray, isObject, own } from "../../src/schema/json.ts";
import { brief } from "./brief.ts";
import { code, codes, text } from "./markdown.ts";

/** What `namespace.yaml` says beside its subjects, for people: channel, streams, mappings, retired names. */
export function namespaceNotes(settings: JsonObject): readonly Escaped[] {
  return [
    ...channelNotes(member(settings, "channel")),
    ...entries(member(settings, "streams")).map(([name, stream]) => streamNote(name, stream)),
    ...list(own(settings, "mappings")).map(mappingNote),
    ...retiredNames(settings, undefined),
    ...words(own(settings, "successorOf")).map((name) => ours`Successor of ${code(name)}.`),
  ];
}

function channelNotes(channel: JsonObject): readonly Escaped[] {
  const [grammar] = words(own(channel, "grammar"));
  if (grammar === undefined) return [];
  const [example] = words(own(member(channel, "examples"), "valid"));
  const such = example === undefined ? ours`` : ours`, such as ${code(example)}`;
  return [ours`Channels are named ${code(grammar)}${such}.`];
}

function streamNote(name: string, stream: JsonObject): Escaped {
  const files = words(own(stream, "files"));
  const [mode] = words(own(member(stream, "retention"), "mode"));
  const parts = [
    ours`Stream ${code(name)}`,
    ...(files.length === 0 ? [] : [ours`in ${codes(files)}`]),
    ...(mode === undefined ? [] : [ours`(retention: ${text(mode)})`]),
  ];
  const [description] = words(own(stream, "description"));
  const said = description === undefined ? ours`` : ours` ${text(brief(description))}`;
  return ours`${joinEscaped(parts, " ")}.${said}`;
}

function mappingNote(mapping: JsonObject): Escaped {
  const [from = "", to = ""] = [...words(own(mapping, "from")), ...words(own(mapping, "to"))];
  const lost = words(own(mapping, "lost"));
  const losing =
    lost.length === 0 ? ours`loses nothing` : ours`loses ${codes(lost.map((pointer) => pointer.slice(1)))}`;
  return ours`Mapping ${code(from)} to ${code(to)} ${losing}.`;
}

/** Names that may not come back: all of the namespace's, or those of one subject alone. */
export function retiredNames(settings: JsonObject, subject: string | undefined): readonly Escaped[] {
  const names = list(own(settings, "tombstones")).flatMap((tombstone) => {
    const [of] = words(own(tombstone, "subject"));
    if (subject !== undefined && (of === undefined || !`/${subject}`.endsWith(`/${of}`))) return [];
    const [name, reason] = [...words(own(tombstone, "name")), ...words(own(tombstone, "reason"))];
    if (name === undefined) return [];
    return [reason === undefined ? code(name) : ours`${code(name)} (${text(reason)})`];
  });
  return names.length === 0
    ? []
    : [ours`Retired names, which may not come back: ${joinEscaped(names, ", ")}.`];
}

function member(value: JsonObject, name: string): JsonObject {
  const found = own(value, name);
  return isObject(found) ? found : {};
}

function entries(value: JsonObject): readonly (readonly [string, JsonObject])[] {
  return Object.keys(value).map((name) => [name, member(value, name)] as const);
}

function list(value: Json | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

/** One text or several. */
function words(value: Json | undefined): readonly string[] {
  return (isArray(value) ? value : [value]).filter((word) => typeof word === "string");
}
