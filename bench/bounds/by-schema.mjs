// Every command that reads a schema, over one: as a loose file, as a draft, and frozen by a stranger.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { common } from "./schemas.mjs";
import { write } from "./write.mjs";

const namespace = `title: Bounds
owners: [nobody]
streams: { log: { files: "**/*.jsonl", route: [{ subject: Worst }] } }
vocabularies: { word: { subject: Worst, field: /other, sources: [{ name: log, at: [{ subject: Worst, field: /value }], otherwise: unknown }] } }
`;

/** @param run runs a command line in a folder and resolves with what it said */
export async function bySchema(name, schema, instance, root, run) {
  const text = JSON.stringify(schema);
  const changed = JSON.stringify(variant(schema));
  if (Buffer.byteLength(text) > 1 << 20) throw new Error(`${name} has over 1 MiB`);
  const folder = join(root, "case");
  rmSync(folder, { recursive: true, force: true });
  const subject = "registry/bounds.v1/Worst";
  const project = { "waybill.yaml": "version: 1\n", "registry/bounds.v1/namespace.yaml": namespace };
  const loose = join(folder, "loose");
  write(loose, { "a.json": text, "b.json": changed, "pairs.jsonl": pairsOf(schema, changed) });
  await run(loose, ["hash", "a.json"]);
  await run(loose, ["diff", "a.json", "b.json"]);
  await run(loose, ["prove", "a.json", "b.json"]);
  await run(loose, ["prove", "b.json", "a.json", "--semantics", "record"]);
  await run(loose, ["prove", "--pairs", "pairs.jsonl"]);
  await run(loose, ["generate", "--from", "a.json", "--out", "out"]);

  const draft = join(folder, "draft");
  write(draft, { ...project, [`${subject}/schema.json`]: text });
  for (const args of [["fmt", "--check"], ["check"], ["publish"]]) await run(draft, args);

  // Frozen by hand, as a stranger's pull request may do: publishing itself refuses some of these.
  const version = `${JSON.stringify(freeze(schema), null, 1)}\n`;
  const frozen = join(folder, "frozen");
  write(frozen, { ...project, [`${subject}/schema.json`]: changed, [`${subject}/versions/1.json`]: version });
  const { said } = await run(frozen, ["hash", `${subject}/versions/1.json`]);
  const [hash, shape] = said.split("\n");
  write(frozen, {
    "registry/waybill.lock": `waybill-lock 1\nversion bounds.v1/Worst@1 ${hash} ${shape} -\n`,
  });
  for (const args of [
    ["check", "--only", "schema,integrity,lint,patterns,kinds,examples,compatibility,unpublished,budget"],
    ["check", "--only", "drift,documents,migrations,storage,vocabularies,invariants"],
    ["generate"],
    ["list"],
    ["show", "bounds.v1/Worst@1"],
    ["accept", "0123456789ab", "--reason", "r", "--owner", "o", "--expires", "2030-01-01"],
  ])
    await run(frozen, args);
  const texts = [...common, ...(instance === undefined ? [] : [() => JSON.stringify(instance())])];
  for (const [at, make] of texts.entries()) {
    const one = make();
    if (Buffer.byteLength(one) > 1 << 20) throw new Error(`instance ${at} of ${name} has over 1 MiB`);
    write(frozen, { [`data${at}.jsonl`]: one });
    await run(frozen, ["validate", "bounds.v1/Worst", `data${at}.jsonl`, "--summary"]);
    await run(frozen, ["journal", "upgrade", `data${at}.jsonl`, "--as", "bounds.v1/Worst", "--json"]);
  }
  const last = `data${texts.length - 1}.jsonl`;
  await run(frozen, ["validate", "bounds.v1/Worst", last, "--strict"]);
  await run(frozen, ["vocabulary", "bounds.v1", last]);
  await run(frozen, ["publish"]);
  await run(frozen, ["withdraw", "bounds.v1/Worst@1", "--reason", "r"]);
}

/** As many questions about it as a file of 1 MiB has room for, and no more than forty. */
function pairsOf(schema, changed) {
  const line = JSON.stringify({ id: "p", old: schema, new: JSON.parse(changed), expect: {} });
  const size = Buffer.byteLength(line) + 1;
  return `${line}\n`.repeat(Math.max(1, Math.min(40, Math.floor((1 << 20) / size))));
}

/** The same meaning where it can be, another text: unions and lists turned around, and a member added. */
function variant(value, top = true) {
  if (Array.isArray(value)) return value.map((item) => variant(item, false)).reverse();
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === "prefixItems" || name === "items" || name === "const" ? member : variant(member, false),
    ]),
  );
  return top ? { ...copy, properties: { ...copy.properties, added: { type: "string" } } } : copy;
}

function freeze({ $schema, $id: _id, id: _old, ...rest }) {
  return { $schema, $id: "urn:waybill:bounds.v1:Worst:1", ...rest };
}
