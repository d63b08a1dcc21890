import { type ExitCode, WaybillError } from "../errors.ts";
import { describeError } from "./describe-error.ts";
import { commandIn, nameOf } from "./parser.ts";

/** Says that a process was told it is guarded, by one that did not start it; nobody hears its signs of life. */
export function sayAstray(argv: readonly string[]): ExitCode {
  const asked = commandIn(argv);
  const json = argv.includes("--json");
  const error = new WaybillError(
    "USAGE",
    "WAYBILL_GUARD says that another process guards this one, which it does not",
    { hint: "unset WAYBILL_GUARD; waybill sets it for its own child alone" },
  );
  const command = asked === undefined ? "usage" : nameOf(asked);
  (json ? process.stdout : process.stderr).write(describeError(error, { json, command, debug: false }));
  return error.exitCode;
}
