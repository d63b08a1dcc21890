import { limits } from "./limits.ts";

/** What one command may spend on judging and generating, all its pieces together; none where nobody opened an account. */
let account: { left: number; bytes: number; files: number; readonly ease: number } | undefined;

/**
 * Begins the account of a command. Whoever calls the library has none: its pieces are bounded, their number is the caller's.
 * @param ease how many times longer work takes here than where the limits were set: it lengthens all of the account.
 */
export function openAccount(ease = 1): void {
  account = { left: limits.command * ease, bytes: 0, files: 0, ease };
}

export function closeAccount(): void {
  account = undefined;
}

/** Milliseconds of processor that are left for all that is still to be done. */
export function left(): number {
  return account === undefined ? Number.POSITIVE_INFINITY : Math.max(0, account.left);
}

/** A file was read: what goes beyond the first MiB and the first files brings its own time. */
export function grantForFile(bytes: number): void {
  if (account === undefined) return;
  account.files += 1;
  if (account.files > limits.commandFiles) grant(limits.commandPerFile);
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

/** So many steps may be taken by name: the clock is only to have the last word about them. */
export function grantForSteps(steps: number): void {
  grant(limits.commandPerStep * steps);
}

/** So much was spent. */
export function charge(milliseconds: number): void {
  if (account !== undefined) account.left -= milliseconds;
}

function grant(milliseconds: number): void {
  if (account !== undefined) account.left += milliseconds * account.ease;
}
