/** Milliseconds between two signs. */
const every = 100;

let sign: (() => void) | undefined;
let last = 0;

/** Says between two pieces of work that it goes on: whoever guards this process stops it when nothing is heard for long. */
export function alive(): void {
  if (sign === undefined) return;
  const now = performance.now();
  if (now - last < every) return;
  last = now;
  sign();
}

/** Who hears of it. */
export function whenAlive(hears: () => void): void {
  sign = hears;
}
