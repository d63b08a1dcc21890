/** Time limits for work on what strangers wrote; steps are counted where the work is ours, the clock stops the rest. */
export { spend, spendEach } from "./allowance.ts";
export { type OutOfTime, outOfTime, within } from "./within.ts";

/** Milliseconds, on the clock, that one input may take. */
export const limits = {
  /** Judging one subject, all checks together. */
  judge: 2_000,
  /** Generating from one version or file, all targets together. */
  generate: 3_000,
  /** One question of `diff` or `prove`. */
  compare: 3_000,
  /** Compiling the schemas of `validate`, and again each MiB it judges. */
  validate: 1_500,
} as const;
