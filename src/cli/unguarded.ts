/**
 * Commands that hand nothing of strangers to a library: they make files, run what their owner wrote, or read and print
 * with our own reader, which is linear. They start in half the time. All others run guarded, those to come among them.
 */
export const unguarded: ReadonlySet<string> = new Set([
  "init",
  "new",
  "author",
  "fmt",
  "explain",
  "withdraw",
  "list",
  "show",
  "hash",
  "completion",
]);
