import { availableParallelism, loadavg } from "node:os";

/** The load is an average of the last minute: of a machine that has just become idle it says too much. */
const most = 2;

/**
 * How many times longer work takes here than on an idle machine, at most twice: as many as wait for each processor. Clocks
 * are lengthened by it, since a busy machine should take no verdict away.
 */
export const patience: number = (() => {
  const [load = 0] = loadavg();
  return Math.min(most, Math.max(1, load / availableParallelism()));
})();

/** Milliseconds since `start` as an idle machine would count them. */
export function elapsed(start: number): number {
  return (performance.now() - start) / patience;
}
