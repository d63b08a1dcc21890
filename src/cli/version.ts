import { createRequire } from "node:module";

/** The version in package.json, which stands beside `src/` and beside `dist/` alike. */
export const version: string = readVersion();

function readVersion(): string {
  const require = createRequire(import.meta.url);
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const found: unknown = require(path);
      if (typeof found === "object" && found !== null && "version" in found) return String(found.version);
    } catch {}
  }
  return "0.0.0";
}
