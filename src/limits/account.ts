import { limits } from "./limits.ts";

interface Account {
  /** Milliseconds of processor that were granted, less those that other processes took. */
  granted: number;
  bytes: number;
  files: number;
  readonly ease: number;
  readonly used: () => number;
}

/** What one command may spend, all its pieces together; none where nobody opened an account. */
let account: Account | undefined;

/**
 * Begins the account of a command: from now on all that this process does is on it, between the pieces as well as in them.
 * Whoever calls the library has none: its pieces are bounded, their number is the caller's.
 * @param ease how many times longer work takes here than where the limits were set: it lengthens all of the account.
 * @param used milliseconds of processor since the account was opened.
 */
export function openAccount(ease = 1, used = processorFromNow()): void {
  account = { granted: limits.command * ease, bytes: 0, files: 0, ease, used };
}

export function closeAccount(): void {
  account = undefined;
}

/** Milliseconds of processor that are left for all that is still to be done. */
export function left(): number {
  return account === undefined ? Number.POSITIVE_INFINITY : Math.max(0, account.granted - account.used());
}

function processorFromNow(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

/** A file was read: what goes beyond the first MiB and the first files brings its own time. */
export function grantForFile(bytes: number): void {
  if (account === undefined) return;
  account.files += 1;
  const { commandFiles: few, commandMostFiles: many } = limits;
  if (account.files > few && account.files <= many) grant(limits.commandPerFile);
  grantForBytes(bytes);
}

/** So many bytes more of a stream were read. */
export function grantForBytes(bytes: number): void {
  if (account === undefined) return;
  const before = Math.max(account.bytes, 1 << 20);
  account.bytes += bytes;
  const beyond = account.bytes - before;
  if (beyond > 0) grant((limits.commandPerMebibyte * beyond) / (1 << 20));
}

/** So many steps may be taken by name: the clock is only to have the last word about those beyond the usual. */
export function grantForSteps(steps: number): void {
  grant(limits.commandPerStep * Math.max(0, steps - limits.commandSteps));
}

/** So much was spent by another process on our behalf. */
export function charge(milliseconds: number): void {
  if (account !== undefined) account.granted -= milliseconds;
}

function grant(milliseconds: number): void {
  if (account !== undefined) account.granted += milliseconds * account.ease;
}
