import { patternOf } from "../../evaluate/pattern.ts";

/** Whether validators can run the pattern at all. */
export function isPattern(source: string): boolean {
  try {
    patternOf(source);
    return true;
  } catch {
    return false;
  }
}
