// npm run bench -- validators-linear: how the time of a guard grows with the text, for every pattern that passes lint.
import { join } from "node:path";
import { growthOf, randomPatterns } from "./validators/linear.mjs";
import { loadProject } from "./validators/prepare.mjs";

const root = process.argv[2] ?? join(import.meta.dirname, "..");
const seed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 400);
const project = await loadProject();
const { registry } = project.loadRegistry(project.folderTree(join(root, "registry"), "registry"));
const own = new Set();
for (const { schema, dialect } of project.unitsOf(registry)) {
  for (const { schema: inner } of project.walk(schema, dialect)) {
    if (typeof inner === "boolean") continue;
    if (typeof inner.pattern === "string") own.add(inner.pattern);
    for (const name of Object.keys(inner.patternProperties ?? {})) own.add(name);
  }
}
for (const [title, patterns] of [
  ["registry", [...own]],
  [`random, seed ${seed}`, randomPatterns(seed, count)],
]) {
  const verdicts = await project.checkPatterns(patterns, { each: 10_000, all: 120_000 });
  const passing = patterns.filter((pattern) => verdicts.get(pattern)?.verdict === "safe");
  const rows = await growthOf(project, passing);
  const mean = [1, 2, 3].map((at) => rows.reduce((sum, { growth }) => sum + growth[at], 0) / rows.length);
  console.log(
    `${title}: ${patterns.length} patterns, ${passing.length} pass lint; time at 2, 4, 8 times the length: mean ${mean.map((one) => one.toFixed(2)).join(", ")}`,
  );
  for (const { pattern, growth, milliseconds } of rows
    .sort((a, b) => b.growth[3] - a.growth[3])
    .slice(0, 3)) {
    console.log(
      `  most: ${pattern} ${growth.map((one) => one.toFixed(2)).join(", ")} (${milliseconds.toFixed(2)} ms at 160,000)`,
    );
  }
}
process.exit(0);
