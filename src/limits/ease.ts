/** Milliseconds of processor that this tool takes to load, where the limits were set: 66 to 76, at times a fifth more. */
const reference = 90;
/** A machine that is slower than this is not waited for. */
const most = 4;

/**
 * How many times longer work takes on this machine than where the limits were set, once at least. Loading the tool is the
 * measure, to be taken when it is done: the same work for every command, and no input has a say in it.
 * @param loaded milliseconds of processor that loading took.
 */
export function ease(loaded: number): number {
  return Math.min(most, Math.max(1, loaded / reference));
}
