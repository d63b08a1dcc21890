// What strict reading costs: `npm run bench -- input`. Each round runs both sides; the median ratio is what counts.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { parse } from "yaml";

const folder = mkdtempSync(join(import.meta.dirname, ".input-"));
const outfile = join(folder, "input.mjs");
await build({
  entryPoints: ["src/input/index.ts"],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "error",
});
const { gateSchema, readJson, readJsonLine, readYaml } = await import(outfile);

const record = (i) => ({
  id: `0f8fad5b-d9cb-469f-a165-${String(i).padStart(12, "0")}`,
  timestamp: "2026-01-01T00:00:00Z",
  type: "tool.call",
  payload: {
    name: "read",
    arguments: { path: `/a/b/${i}`, limit: 12, ok: true },
    text: "lorem ipsum dolor sit amet ".repeat(10),
  },
  usage: { input: i, output: 3.5, cost: 0.00125 },
  tags: ["a", "b", null],
});
const lines = Array.from({ length: 25_000 }, (_, i) => JSON.stringify(record(i)));
const spaced = lines.map((line) => line.replaceAll('":', '": ').replaceAll(',"', ', "'));
const file = JSON.stringify(
  Array.from({ length: 2_000 }, (_, i) => record(i)),
  null,
  2,
);
const schema = JSON.stringify({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  properties: Object.fromEntries(
    Array.from({ length: 900 }, (_, i) => [`p${i}`, { $ref: `#/$defs/d${i}`, description: "a member" }]),
  ),
  $defs: Object.fromEntries(
    Array.from({ length: 900 }, (_, i) => [`d${i}`, { type: "string", pattern: "^[a-z]+$", maxLength: i }]),
  ),
});
const yaml = Array.from(
  { length: 1_500 },
  (_, i) => `- name: n${i}\n  value: ${i}\n  text: some words\n`,
).join("");
const registry = { file: "x", profile: "registry" };
const document = readJson(schema, registry);

const contests = [
  [
    "25,000 lines, no space: readJsonLine / JSON.parse",
    () => lines.map(readJsonLine),
    () => lines.map((line) => JSON.parse(line)),
  ],
  [
    "25,000 lines, spaced: readJsonLine / JSON.parse",
    () => spaced.map(readJsonLine),
    () => spaced.map((line) => JSON.parse(line)),
  ],
  [
    "one file of 1 MB: readJson / JSON.parse",
    () => readJson(file, { ...registry, profile: "loose" }),
    () => JSON.parse(file),
  ],
  ["1,500 YAML items: readYaml / yaml.parse", () => readYaml(yaml, registry), () => parse(yaml)],
  [
    "a schema of 1,800 subschemas: gateSchema / readJson",
    () => gateSchema(document),
    () => readJson(schema, registry),
  ],
];
for (const [name, ours, theirs] of contests) {
  const ratios = Array.from({ length: 9 }, () => time(ours) / time(theirs)).sort((a, b) => a - b);
  console.log(
    `${name}: median ${ratios[4].toFixed(2)}, from ${ratios[0].toFixed(2)} to ${ratios[8].toFixed(2)}`,
  );
}
rmSync(folder, { recursive: true });

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}
