import { type ExitCode, WaybillError } from "../errors.ts";
import { describeError } from "./describe-error.ts";
import type { Ended, GuardLimits } from "./guard.ts";
import { commandIn, nameOf } from "./parser.ts";

/** Says why a guarded run was stopped, once, with the way out, and answers with its exit code. A verdict is never among it. */
export function sayStopped(
  { stopped, lastWords }: Extract<Ended, { stopped: string }>,
  argv: readonly string[],
  { seconds, heap }: GuardLimits,
): ExitCode {
  const asked = commandIn(argv);
  const command = asked === undefined ? "usage" : nameOf(asked);
  const json = argv.includes("--json");
  const error = new WaybillError(
    "CANNOT_RUN",
    {
      silent: `"${command}" gave no sign of life for ${seconds} s and was stopped`,
      memory: `"${command}" needed more than ${heap} MiB and was stopped`,
      gone: `"${command}" was ended from outside`,
    }[stopped],
    {
      hint: {
        silent:
          "ask for fewer subjects or files at once; WAYBILL_SECONDS=60 waits longer, where the input can be trusted",
        memory:
          "ask for fewer subjects or files at once; WAYBILL_HEAP=2048 allows more, where the input can be trusted",
        gone: "the machine may be out of memory; run it again",
      }[stopped],
    },
  );
  (json ? process.stdout : process.stderr).write(describeError(error, { json, command, debug: false }));
  if (process.env["WAYBILL_DEBUG"] === "1") process.stderr.write(lastWords);
  return error.exitCode;
}
