import { availableParallelism, loadavg } from "node:os";

const most = 10;

/**
 * How many times longer work takes here than on an idle machine, at most ten: as many as wait for each processor. Clocks
 * are lengthened by it, since a busy machine must take no verdict away; what a piece may take of the processor stays the same.
 */
export const patience: number = (() => {
  const [load = 0] = loadavg();
  return Math.min(most, Math.max(1, load / availableParallelism()));
})();

/** Milliseconds since `start` as an idle machine would count them. */
export function elapsed(start: number): number {
  return (performance.now() - start) / patience;
}
