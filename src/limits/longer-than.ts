import { left } from "./account.ts";

/** `longer than 3 s`; or, where the pieces before it have used up the command's own time, that it has had no such time. */
export function longerThan(milliseconds: number): string {
  return left() >= 1
    ? `longer than ${milliseconds / 1000} s`
    : "more time than is left for an input of this size";
}
