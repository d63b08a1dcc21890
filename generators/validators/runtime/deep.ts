import type { Errors } from "./errors.ts";
import { unpolluted } from "./object.ts";

/** A value nested so deeply that judging it exhausts the stack is not accepted. */
export function refuseDeep(guard: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return guard(unpolluted(value));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function collectDeep(
  collect: (value: unknown, pointer: string, errors: Errors) => void,
  value: unknown,
): Errors {
  const errors: Errors = [];
  try {
    collect(unpolluted(value), "", errors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    errors.push({
      pointer: "",
      keyword: "depth",
      message: "must not be nested so deeply that it cannot be judged",
      params: {},
    });
  }
  return errors;
}
