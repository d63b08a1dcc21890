/** A line of progress on a terminal, rewritten in place. */
export interface Progress {
  /** So many lines more are done. */
  lines(count: number): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** Writes at most ten times a second, and never where nobody watches. */
export function createProgress(
  io: { readonly interactive: boolean; err(text: string): void },
  what = "lines",
): Progress {
  let done = 0;
  let shownAt = Date.now();
  let shown = false;
  return {
    lines: (count) => {
      done += count;
      if (!io.interactive || Date.now() - shownAt < 100) return;
      shownAt = Date.now();
      shown = true;
      io.err(`\r${done.toLocaleString("en-US")} ${what}`);
    },
    clear: () => {
      if (shown) io.err("\r\u001b[K");
      shown = false;
    },
  };
}
