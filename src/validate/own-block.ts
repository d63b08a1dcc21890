import type { Json, Registry, Schema, Subject } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { valueAt } from "../schema/pointer.ts";
import type { Judgement } from "./compile.ts";
import { versionByHash } from "./hash.ts";

const pointer = "/schema";

/**
 * Whether documents of a schema name the version they follow: a member `schema` whose `namespace` is the subject's own, as
 * a constant, with a `hash`. In an envelope the block speaks of the payload, and its binding says so.
 */
export function namesItself(schema: Schema, { namespace }: Subject): boolean {
  const block = isObject(schema) ? valueAt(schema, "/properties/schema/properties") : undefined;
  if (!isObject(block) || own(block, "hash") === undefined) return false;
  const named = own(block, "namespace");
  return isObject(named) && own(named, "const") === namespace;
}

/** What the lock says against the subject, the hash and the version that a document names of itself. */
export function judgeOwnBlock(registry: Registry, subject: Subject, instance: Json): Judgement {
  const nothing: Judgement = { errors: [], notes: [] };
  const block = valueAt(instance, pointer);
  if (!isObject(block)) return nothing;
  const wrong = (member: string, message: string): Judgement => ({
    errors: [
      { pointer: `${pointer}/${member}`, keyword: "hash", message, params: { subject: subject.address } },
    ],
    notes: [],
  });
  const name = own(block, "name");
  if (typeof name === "string" && name !== subject.name) {
    return wrong("name", `must be "${subject.name}": the line was routed to ${subject.address}`);
  }
  const hash = own(block, "hash");
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash)) return nothing;
  const { version, error } = versionByHash(registry, subject, hash, `${pointer}/hash`);
  if (version === undefined) return { errors: [error], notes: [] };
  const said = own(block, "version");
  const number = subject.wireVersions.get(typeof said === "string" ? said : JSON.stringify(said)) ?? said;
  if (typeof said === "number" && number !== version.number)
    return wrong("version", `is ${said}, and the hash is that of ${version.address}`);
  return version.withdrawn
    ? { errors: [], notes: [{ pointer: `${pointer}/hash`, message: `${version.address} is withdrawn` }] }
    : nothing;
}
