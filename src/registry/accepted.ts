import { requireSettings } from "../config/settings.ts";
import { WaybillError } from "../errors.ts";
import { readYaml } from "../input/index.ts";
import type { AcceptedBreak, JsonObject } from "../model.ts";
import { own } from "../schema/json.ts";
import type { LoadContext } from "./load-file.ts";

/** What a file in `accepted/` says. */
const acceptedSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["rule", "subject", "from", "fromHash", "toShape", "reason", "owner", "expires"],
  properties: {
    rule: { type: "string", pattern: "^[A-Z_]+$" },
    subject: { type: "string", minLength: 1 },
    from: { type: "string", minLength: 1 },
    fromHash: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
    toShape: { type: "string", pattern: "^shape1:[0-9a-f]{64}$" },
    reason: { type: "string", minLength: 1 },
    owner: { type: "string", minLength: 1 },
    expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  },
  additionalProperties: false,
};

/** Where an accepted break is kept, inside the registry. */
export function acceptedPath(subject: string, fingerprint: string): string {
  return `accepted/${subject}/${fingerprint}.yaml`;
}

/** The text of such a file. */
export function formatAccepted({
  rule,
  subject,
  from,
  fromHash,
  toShape,
  reason,
  owner,
  expires,
}: Omit<AcceptedBreak, "document" | "fingerprint">): string {
  return Object.entries({ rule, subject, from, fromHash, toShape, reason, owner, expires })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join("");
}

export function loadAccepted({
  tree,
  list,
  attempt,
  problems,
}: LoadContext): ReadonlyMap<string, AcceptedBreak> {
  const found = new Map<string, AcceptedBreak>();
  for (const namespace of list("accepted")) {
    for (const subject of list(`accepted/${namespace.name}`)) {
      for (const { name } of list(`accepted/${namespace.name}/${subject.name}`)) {
        const path = `accepted/${namespace.name}/${subject.name}/${name}`;
        const fingerprint = /^([0-9a-f]{12})\.yaml$/.exec(name)?.[1];
        if (fingerprint === undefined) {
          problems.push(
            new WaybillError("MALFORMED", `"${name}" is not named after a fingerprint`, {
              place: { file: tree.shown(path) },
              hint: "write it with `waybill accept <fingerprint>`",
            }),
          );
          continue;
        }
        const entry = attempt(() => read(path, fingerprint, `${namespace.name}/${subject.name}`, tree));
        if (entry !== undefined) found.set(fingerprint, entry);
      }
    }
  }
  return found;
}

function read(path: string, fingerprint: string, folder: string, tree: LoadContext["tree"]): AcceptedBreak {
  const document = readYaml(tree.read(path, "registry"), { file: tree.shown(path), profile: "registry" });
  const settings = requireSettings(document, acceptedSchema, "MALFORMED");
  const text = (name: string) => String(own(settings, name));
  const subject = text("subject");
  if (subject !== folder) {
    throw new WaybillError("MALFORMED", `it accepts a break of "${subject}" and lies under "${folder}"`, {
      place: document.place("/subject"),
      hint: `move it to ${acceptedPath(subject, fingerprint)}`,
    });
  }
  return {
    fingerprint,
    rule: text("rule"),
    subject,
    from: text("from"),
    fromHash: text("fromHash"),
    toShape: text("toShape"),
    reason: text("reason"),
    owner: text("owner"),
    expires: text("expires"),
    document,
  };
}
