/** How strictly a source is read: what a pull request brings, or what a person hands to a command. */
export type Profile = "registry" | "loose";

export interface Bounds {
  /** Encoded size in bytes. */
  readonly bytes: number;
  /** Levels of arrays and objects; a scalar alone has depth 0. */
  readonly depth: number;
  /** Values of any type, the root included; member names are not counted. */
  readonly nodes: number;
  /** Characters of the pointers to all values together: what an index by pointer holds in memory. */
  readonly pointers: number;
  /** Whether `0.10000000000000001` (seventeen digits, as C prints a double) may stand for 0.1. */
  readonly longFractions: boolean;
}

export const bounds: Readonly<Record<Profile, Bounds>> = {
  registry: { bytes: 1 << 20, depth: 64, nodes: 20_000, pointers: 32 << 20, longFractions: false },
  loose: { bytes: 16 << 20, depth: 256, nodes: 1_000_000, pointers: 256 << 20, longFractions: true },
};
