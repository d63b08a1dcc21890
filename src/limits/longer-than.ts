import { left } from "./account.ts";

/** `longer than 3 s`; or, where the pieces before it have used up the command's own time, that it has had no such time. */
export function longerThan(milliseconds: number): string {
  return left() >= 1
    ? `longer than ${milliseconds / 1000} s`
    : "more time than is left for an input of this size";
}

/** What the author can do about it: the schema is too much, or all that was asked for together. */
export function askForLess(): string {
  return left() >= 1
    ? "split the schema into subjects, or take branches and references out of it"
    : "ask for fewer subjects at once; WAYBILL_SECONDS=60 gives more time, where the input can be trusted";
}
