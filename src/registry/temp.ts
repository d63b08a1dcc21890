import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** A name beside `path` for what is not finished: hidden, unique, and telling which process made it. */
export function tempName(path: string): string {
  return join(
    dirname(path),
    `.${basename(path)}.${process.pid}.${randomBytes(6).toString("hex")}.waybill-tmp`,
  );
}

const form = /^\..+\.(\d+)\.[0-9a-f]{12}\.waybill-tmp$/;

/** Whether a file is one of ours that was not finished. */
export function isTemp(name: string): boolean {
  return form.test(name);
}

/** Whether the process that made a temp file is gone, so that the file may be swept. */
export function isAbandoned(name: string): boolean {
  const pid = makerOf(name);
  return pid !== undefined && !isAlive(pid);
}

/** The number of the process that made a temp file; undefined for any other name. */
export function makerOf(name: string): number | undefined {
  const [, pid] = form.exec(name) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** Whether a process still runs. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
