#!/usr/bin/env node
// Built as a script of the older kind, in one file: Node starts it in less, and a run with nothing to do needs no other.
import { writeSync } from "node:fs";
import { unchangedOf } from "./unchanged.ts";

const argv = process.argv.slice(2);
// The child that a guarded command runs in was started because this is not so.
const said = process.env["WAYBILL_GUARD"]?.startsWith("inside:")
  ? undefined
  : unchangedOf(argv, process.cwd(), process.env)?.recall();
if (said === undefined) void run();
else say(said);

async function run(): Promise<void> {
  const { start } = await import("./start.ts");
  process.exitCode = await start(argv);
}

/** Without the streams of the process, which take longer to set up than all the rest. */
function say(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    process.stdout.on("error", () => process.exit(0)).write(text);
  }
}
