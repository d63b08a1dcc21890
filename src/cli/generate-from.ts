import { resolve } from "node:path";
import { type ExitCode, exitCode, WaybillError } from "../errors.ts";
import { flag, text, texts } from "./arguments.ts";
import type { Arguments, Io } from "./command.ts";

/** Loose schema files to types and validators; a bad one is reported, the others are written. */
export async function generateFrom(from: string, args: Arguments, io: Io): Promise<ExitCode> {
  const { generateLoose, looseTargets } = await import("../generate/loose.ts");
  const { applyDrift, driftOf } = await import("../generate/output.ts");
  const { describeError } = await import("./describe-error.ts");
  const outName = text(args, "out");
  if (outName === undefined) {
    throw new WaybillError("USAGE", "--from needs --out", { hint: "name the folder to write to" });
  }
  const only = texts(args, "only").flatMap((names) => names.split(","));
  const unknown = only.find((name) => !looseTargets.some((target) => target === name));
  if (unknown !== undefined) {
    throw new WaybillError("USAGE", `there is no target "${unknown}" for loose files`, {
      hint: `targets: ${looseTargets.join(", ")}`,
    });
  }
  const targets = looseTargets.filter((target) => only.length === 0 || only.includes(target));
  const { files, schemas, problems: unusable } = await generateLoose(resolve(io.cwd, from), from, targets);
  const problems = [...unusable];
  const out = resolve(io.cwd, outName);
  const drift = driftOf(out, [], files);
  applyDrift(out, drift);
  for (const { path } of drift.filter(({ state }) => state === "foreign")) {
    const place = { file: `${outName}/${path}` };
    problems.push(
      new WaybillError("MALFORMED", "the file was not written by waybill; it is left alone", {
        place,
        hint: "move it, or name another --out",
      }),
    );
  }
  if (flag(args, "json")) {
    const told = problems.map(({ message, place, hint = null }) => ({ message, ...place, hint }));
    io.out(
      `${JSON.stringify({ format: "waybill.generate/1", from, out: outName, schemas, files: files.length, problems: told }, null, 2)}\n`,
    );
  } else {
    for (const problem of problems) {
      io.wrong(describeError(problem, { json: false, command: "generate", debug: false }));
    }
    const bad = problems.length === 0 ? "" : `, ${problems.length} could not be used`;
    io.done(`${files.length} files in ${outName} from ${schemas} schemas${bad}\n`);
  }
  return problems.length > 0 ? exitCode.foundWanting : exitCode.clean;
}
