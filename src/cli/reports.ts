import { resolve } from "node:path";
import { closest } from "../config/closest.ts";
import { WaybillError } from "../errors.ts";
import type { Finding } from "../model.ts";
import { writeAtomic } from "../registry/write-atomic.ts";
import { type ReportFormat, type ReportSummary, reportFormats } from "../report/index.ts";
import type { Io } from "./command.ts";

export interface ReportOutput {
  readonly format: ReportFormat;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/** `--format text --format sarif=report.sarif` as outputs. @throws WaybillError USAGE for an unknown format. */
export function formats(asked: readonly string[], json: boolean): readonly ReportOutput[] {
  const names = asked.length > 0 ? asked : [json ? "json" : "text"];
  return names.map((name) => {
    const [id = "", ...file] = name.split("=");
    const format = reportFormats.find((one) => one.name === id);
    if (format === undefined) {
      const known = reportFormats.map((one) => one.name);
      const suggestion = closest(id, known);
      throw new WaybillError("USAGE", `there is no report format "${id}"`, {
        hint: suggestion === undefined ? `formats: ${known.join(", ")}` : `did you mean "${suggestion}"?`,
      });
    }
    return { format, file: file.length === 0 ? undefined : file.join("=") };
  });
}

export function writeReports(
  outputs: readonly ReportOutput[],
  findings: readonly Finding[],
  summary: ReportSummary,
  io: Io,
): void {
  const allIsWell = !summary.failed && findings.every(({ severity }) => severity === "info");
  for (const { format, file } of outputs) {
    const report = format.render(findings, summary, {
      color: io.color && file === undefined,
      width: io.width,
    });
    if (file === undefined) (format.name === "text" && allIsWell ? io.done : io.out)(report);
    else writeAtomic(resolve(io.cwd, file), report);
  }
}
