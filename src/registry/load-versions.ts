import { contentHash, shapeHash } from "../canonical/index.ts";
import { WaybillError } from "../errors.ts";
import { quote } from "../input/index.ts";
import type { Draft, SourceDocument, Version } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isObject, own } from "../schema/json.ts";
import { urnOf } from "./address.ts";
import { files, gated, type LoadContext, read } from "./load-file.ts";
import { pinnedShapes } from "./pins.ts";
import { versionPath } from "./recover.ts";

/** The frozen versions of a subject, by number. */
export function loadVersions(path: string, context: LoadContext): readonly Version[] {
  const versions: Version[] = [];
  for (const file of files(`${path}/versions`, context)) {
    const version = context.attempt(() => loadVersion(path, file, context));
    if (version !== undefined) versions.push(version);
  }
  return versions.sort((a, b) => a.number - b.number);
}

function loadVersion(subject: string, file: string, context: LoadContext): Version {
  const document = read(`${subject}/versions/${file}`, context);
  const [, digits] = /^([1-9]\d*)\.json$/.exec(file) ?? [];
  if (digits === undefined) throw misnamed(file, document, context);
  const { schema, dialect } = gated(document, context);
  const address = `${subject}@${digits}`;
  requireOwnId(schema, urnOf(subject, Number(digits)), document, context);
  const locked = context.lock.versions.get(address);
  let shape: string | undefined;
  return {
    address,
    subject,
    number: Number(digits),
    document,
    schema,
    dialect,
    hash: contentHash(schema),
    // Few commands ask for it.
    get shape() {
      shape ??= shapeHash(schema, dialect, pinnedShapes(schema, dialect));
      return shape;
    },
    withdrawn: locked?.flags.includes("withdrawn") ?? false,
    barrier: locked?.flags.includes("barrier") ?? false,
  };
}

/** References to a version go by its `$id`: under another, whatever pins it would point to nothing. */
function requireOwnId(
  schema: Draft["schema"],
  urn: string,
  document: SourceDocument,
  { problems }: LoadContext,
): void {
  const id = isObject(schema) ? (own(schema, "$id") ?? own(schema, "id")) : undefined;
  if (id === urn) return;
  problems.push(
    new WaybillError("MALFORMED", `the version calls itself ${quote(typeof id === "string" ? id : "")}`, {
      rule: "VERSION_MISNAMED",
      place: document.place(""),
      hint: `as published it has the $id "${urn}": remove it: \`rm ${document.file}\`, and publish the draft anew: \`waybill publish\``,
    }),
  );
}

/** A version under a name that is none: where the lock knows its content, the name it had. */
function misnamed(file: string, document: SourceDocument, { lock, tree }: LoadContext): WaybillError {
  const { value } = document;
  const hash = isSchema(value) ? contentHash(value) : undefined;
  const was = [...lock.versions.values()].find((locked) => locked.hash === hash)?.address;
  return new WaybillError(
    "MALFORMED",
    was === undefined
      ? `"${file}" is not the name of a version`
      : `"${file}" is "${was}" under a name that is none`,
    {
      rule: "VERSION_MISNAMED",
      place: { file: document.file },
      hint:
        was === undefined
          ? `versions are 1.json, 2.json and so on; remove it: \`rm ${document.file}\``
          : `rename it back: \`mv ${document.file} ${tree.shown(versionPath(was))}\``,
    },
  );
}
