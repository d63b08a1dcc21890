#!/usr/bin/env node
import { writeSync } from "node:fs";
import { unchangedOf } from "./unchanged.ts";

const argv = process.argv.slice(2);
// The child that a guarded command runs in was started because this is not so.
const said = process.env["WAYBILL_GUARD"]?.startsWith("inside:")
  ? undefined
  : unchangedOf(argv, process.cwd(), process.env)?.recall();
if (said === undefined) {
  const { start } = await import("./start.ts");
  process.exitCode = await start(argv);
} else say(said);

/** Without the streams of the process, which take longer to set up than all the rest. */
function say(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    process.stdout.on("error", () => process.exit(0)).write(text);
  }
}
