// One contender over many groups {schema, dialect, tests: [{data, valid}]}: what crashes, what tsc refuses, what fits.
import { compileAll, literalType } from "./compile.mjs";

const chunk = 60;

export async function judge(make, groups, remotes) {
  const tally = {
    groups: groups.length,
    faultless: 0,
    crashes: 0,
    refused: 0,
    valid: 0,
    rejected: 0,
    invalid: 0,
    accepted: 0,
    ms: 0,
  };
  const ready = [];
  for (const [number, group] of groups.entries()) {
    const from = performance.now();
    try {
      ready.push({ number, group, text: await make(group.schema, { dialect: group.dialect, remotes }) });
    } catch {
      tally.crashes += 1;
    }
    tally.ms += performance.now() - from;
  }
  for (let at = 0; at < ready.length; at += chunk) judgeChunk(ready.slice(at, at + chunk), tally);
  return tally;
}

function judgeChunk(part, tally) {
  const files = new Map();
  for (const { number, group, text } of part) {
    files.set(`type-${number}.ts`, text);
    files.set(`use-${number}.ts`, useOf(number, group.tests));
  }
  const errors = compileAll(files);
  if (errors === undefined) {
    if (part.length === 1) tally.refused += 1;
    else
      for (const half of [part.slice(0, part.length >> 1), part.slice(part.length >> 1)])
        judgeChunk(half, tally);
    return;
  }
  const refused = new Set(errors.map(({ file }) => file).filter((file) => file.startsWith("type-")));
  const failed = new Set(errors.map(({ file, line }) => `${file}:${line}`));
  for (const { number, group } of part) {
    if (refused.has(`type-${number}.ts`) || failed.has(`use-${number}.ts:1`)) {
      tally.refused += 1;
      continue;
    }
    const rejected = tally.rejected;
    for (const [at, { valid }] of group.tests.entries()) {
      const fits = !failed.has(`use-${number}.ts:${at + 2}`);
      if (valid) {
        tally.valid += 1;
        if (!fits) tally.rejected += 1;
      } else {
        tally.invalid += 1;
        if (fits) tally.accepted += 1;
      }
    }
    if (tally.rejected === rejected) tally.faultless += 1;
  }
}

function useOf(number, tests) {
  const lines = tests.map(
    ({ data }, at) => `declare const i${at}: ${literalType(data)}; export const v${at}: Root = i${at};`,
  );
  return [`import type { Root } from "./type-${number}.js";`, ...lines, ""].join("\n");
}
