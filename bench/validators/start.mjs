import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How much more processor time a process takes that imports a validator and judges one message than one that does
 * nothing; the least of many runs of each, in turn.
 */
export function startRatio(folder, bundle, guard, instance, runs = 41) {
  const tell = (code) =>
    `import { writeSync } from "node:fs";\n${code}\nconst { user, system } = process.cpuUsage();\nwriteSync(1, String(user + system));\n`;
  const judge = `import { ${guard} } from "./guard.mjs";\nif (!${guard}(${JSON.stringify(instance)})) process.exitCode = 1;`;
  writeFileSync(join(folder, "guard.mjs"), bundle);
  writeFileSync(join(folder, "empty.mjs"), tell(""));
  writeFileSync(join(folder, "judge.mjs"), tell(judge));
  const least = { empty: Number.POSITIVE_INFINITY, judge: Number.POSITIVE_INFINITY };
  for (let run = 0; run < runs; run++) {
    for (const name of ["empty", "judge"]) {
      const { status, stdout } = spawnSync(process.execPath, [join(folder, `${name}.mjs`)], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`${name} answers ${status}`);
      least[name] = Math.min(least[name], Number(stdout));
    }
  }
  return least.judge / least.empty;
}
