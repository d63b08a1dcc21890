#!/usr/bin/env node
import { main } from "./main.ts";

const out = process.stdout;
// A reader that closes the pipe early (`waybill list | head`) is no failure.
out.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  out,
  err: process.stderr,
});
