import { writeSync } from "node:fs";
import { isatty } from "node:tty";
import { whenAlive } from "../limits/index.ts";
import { pipes } from "./guard.ts";

/** Milliseconds between signs while there is nothing to do. */
const idle = 500;

/** What a guarded process has for standard error: ours is kept for what the engine says as it dies. */
export const guardedErr = {
  isTTY: isatty(pipes.err),
  write: (text: string): void => writeAll(pipes.err, text),
};

/** Gives signs of life to whoever guards this process, and ends with it. */
export function giveSigns(): void {
  const sign = () => {
    try {
      writeSync(pipes.alive, ".");
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") process.exit(1);
    }
  };
  sign();
  whenAlive(sign);
  setInterval(sign, idle).unref();
}

/** A terminal or pipe that is full is waited for. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
