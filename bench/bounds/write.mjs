import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
