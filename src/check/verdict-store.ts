import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VerdictStore } from "../compat/cached-decide.ts";
import { makeFolder, readSmall } from "../memory/index.ts";

/**
 * Verdicts as files of a folder, which git ignores by the file it holds. A cache never fails a check: what cannot be
 * read is absent, what cannot be written is not kept.
 */
export function verdictStore(folder: string): VerdictStore {
  const fileOf = (key: string) => join(folder, `${key}.verdict`);
  let open: boolean | undefined;
  const isOpen = () => {
    open ??= quietly(() => {
      makeFolder(folder);
      writeFileSync(join(folder, ".gitignore"), "*\n");
      return true;
    });
    return open === true;
  };
  return {
    read: (key) => quietly(() => readSmall(fileOf(key), bytesLimit)),
    write(key, text) {
      if (!isOpen()) return;
      quietly(() => {
        // Two runs at once may write the same key: each moves a whole file into place.
        const temp = `${fileOf(key)}.${process.pid}`;
        writeFileSync(temp, text);
        renameSync(temp, fileOf(key));
      });
    },
  };
}

/** Bytes of the longest verdict. */
const bytesLimit = 1 << 20;

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
