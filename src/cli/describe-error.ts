import { exitCode, WaybillError } from "../errors.ts";
import { terminal } from "../escape/index.ts";

/** One failure as people read it, or as the JSON answer `{format, error}`. */
export function describeError(
  error: unknown,
  options: { json: boolean; command: string; debug: boolean },
): string {
  const known = error instanceof WaybillError ? error : undefined;
  const message = known?.message ?? (error instanceof Error ? error.message : String(error));
  const place = known?.place ?? {};
  if (options.json) {
    const { file = null, line = null, column = null, pointer = null } = place;
    const code = known?.code ?? "INTERNAL";
    const body = {
      code,
      exitCode: known?.exitCode ?? exitCode.couldNotRun,
      message,
      file,
      line,
      column,
      pointer,
      hint: known?.hint ?? null,
    };
    return `${JSON.stringify({ format: `waybill.${options.command}/1`, error: body }, null, 2)}\n`;
  }
  const lines: string[] = [];
  const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
  lines.push(`${where === "" ? "error" : terminal(where)}: ${terminal(message)}`);
  if (place.pointer !== undefined && place.pointer !== "") lines.push(`  at  ${terminal(place.pointer)}`);
  if (known?.hint !== undefined) lines.push(`  fix ${terminal(known.hint)}`);
  if (known === undefined) lines.push("  this is a bug in waybill; set WAYBILL_DEBUG=1 for the details");
  if (options.debug && error instanceof Error && error.stack !== undefined) lines.push(error.stack);
  return `${lines.join("\n")}\n`;
}
