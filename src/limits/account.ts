import { limits } from "./limits.ts";

/** What one command may spend on judging and generating, all its pieces together; none where nobody opened an account. */
let account: { left: number; read: number } | undefined;

/** Begins the account of a command. Whoever calls the library has none: its pieces are bounded, their number is the caller's. */
export function openAccount(): void {
  account = { left: limits.command, read: 0 };
}

export function closeAccount(): void {
  account = undefined;
}

/** Milliseconds of processor that are left for all that is still to be done. */
export function left(): number {
  return account === undefined ? Number.POSITIVE_INFINITY : Math.max(0, account.left);
}

/** So many bytes of input were read: what goes beyond the first MiB brings its own time. */
export function grantForBytes(bytes: number): void {
  if (account === undefined) return;
  const before = Math.max(account.read, 1 << 20);
  account.read += bytes;
  const beyond = account.read - before;
  if (beyond > 0) account.left += (limits.commandPerMebibyte * beyond) / (1 << 20);
}

/** So many questions more were asked by name, each of which brings its own time. */
export function grantForQuestions(count: number): void {
  if (account !== undefined) account.left += limits.perQuestion * count;
}

/** So much was spent. */
export function charge(milliseconds: number): void {
  if (account !== undefined) account.left -= milliseconds;
}
