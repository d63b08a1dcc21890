/** Milliseconds that one input may take: on the clock for a piece of work, of processor for a whole command. */
export const limits = {
  /** Judging one subject, all checks together. */
  judge: 2_000,
  /** Generating from one version or file, all targets together. */
  generate: 3_000,
  /** One question of `diff` or `prove`. */
  compare: 3_000,
  /** Compiling the schemas of `validate`, and again each MiB it judges. */
  validate: 1_500,
  /** All the pieces of one command, up to 1 MiB of input in so many files. */
  command: 2_000,
  commandFiles: 500,
  /** What every further MiB and every further file bring. */
  commandPerMebibyte: 10_000,
  commandPerFile: 5,
  /** What every step of the budget of `prove --pairs` brings: corpora of steps by the thousand take a second or two. */
  commandPerStep: 0.015,
} as const;
