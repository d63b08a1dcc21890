import { WaybillError } from "../errors.ts";
import { parseAddress } from "../registry/address.ts";
import type { Arguments, Io } from "./command.ts";
import { openSound, subjectNamed } from "./open.ts";
import { type Side, sideOf } from "./sides.ts";

/** What one side is compared with where the other is not named: a version with its draft, a file at a ref with the file here. */
export async function counterpartOf(named: string, args: Arguments, io: Io): Promise<Side> {
  const colon = named.indexOf(":");
  const rest = colon > 0 ? named.slice(colon + 1) : named;
  const address = parseAddress(rest);
  if (address !== undefined) {
    const { frozenDrafts } = await import("./frozen-drafts.ts");
    const { registry } = await openSound(args, io);
    const subject = await subjectNamed(registry, `${address.namespace}/${address.name}`);
    const draft = frozenDrafts(registry).get(subject.address);
    if (draft !== undefined) return draft;
  } else if (colon > 0) return sideOf(rest, args, io);
  throw new WaybillError("USAGE", `there is nothing to compare "${named}" with`, {
    hint: "name the newer side too",
  });
}
