import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those it lies in. Node's own `recursive` never ends below a folder that denies it has what it was asked
 * for, as `/proc` does (Node 20).
 * @throws what the system says.
 */
export function makeFolder(path: string): void {
  const said = attempt(path);
  if (said === undefined || said.code === "EEXIST") return;
  if (said.code !== "ENOENT" || dirname(path) === path) throw said;
  makeFolder(dirname(path));
  const again = attempt(path);
  if (again !== undefined && again.code !== "EEXIST") throw again;
}

function attempt(path: string): NodeJS.ErrnoException | undefined {
  try {
    mkdirSync(path);
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
