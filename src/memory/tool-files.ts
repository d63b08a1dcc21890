import { fileURLToPath } from "node:url";

/** Of the packages that stand outside the bundle and have a say in what is judged: another installed version is another tool. */
const packages = ["typebox"];

/** Files that change when a package this build loads is replaced. */
export function toolFiles(): readonly string[] {
  return packages.map((name) => fileURLToPath(import.meta.resolve(name)));
}
