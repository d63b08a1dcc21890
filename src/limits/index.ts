/** Limits for work on what strangers wrote; steps are counted where the work is ours, the clock stops the rest. */
export {
  charge,
  closeAccount,
  grantForBytes,
  grantForFile,
  grantForSteps,
  left,
  openAccount,
} from "./account.ts";
export { alive, whenAlive } from "./alive.ts";
export { spend, spendEach } from "./allowance.ts";
export { ease } from "./ease.ts";
export { limits } from "./limits.ts";
export { askForLess, longerThan } from "./longer-than.ts";
export { patience } from "./patience.ts";
export { openTimekeeper, type Timekeeper } from "./timekeeper.ts";
export { type OutOfTime, outOfTime, within } from "./within.ts";
