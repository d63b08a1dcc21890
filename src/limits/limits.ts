/** Milliseconds that one input may take: on the clock for a piece of work, of processor for a whole command. */
export const limits = {
  /** Judging one subject, all checks together. */
  judge: 2_000,
  /** Generating from one version or file, all targets together. */
  generate: 3_000,
  /** One question of `diff` or `prove`. */
  compare: 3_000,
  /** Compiling the schemas of `validate`, and again each MiB it judges. */
  validate: 1_000,
  /** One command with all it does, up to 1 MiB of input in so many files and so many steps. */
  command: 2_700,
  commandFiles: 500,
  commandSteps: 100_000,
  /** What every further MiB brings; and every further file, up to so many: those beyond have only what their bytes bring. */
  commandPerMebibyte: 3_000,
  commandPerFile: 0.5,
  commandMostFiles: 2_000,
  /** What every step brings that `prove --pairs` is given beyond the usual. */
  commandPerStep: 0.02,
} as const;
