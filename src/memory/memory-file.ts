import { renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sha256Hex } from "../canonical/index.ts";
import type { Json } from "../model.ts";
import { makeFolder } from "./make-folder.ts";
import type { Memory } from "./memory.ts";
import { readSmall } from "./read-small.ts";

/** Beyond this, what the last run did not ask for is forgotten. */
const most = 50_000;

/** Bytes of the longest memory. */
const bytesLimit = 32 << 20;

/**
 * A memory in one file, which holds for one build of the tool and is believed only with its seal intact. It never fails
 * a command: what cannot be read is forgotten, what cannot be written is not kept. `save` writes what is new.
 */
export function memoryFile(file: string, build: string): Memory & { save(): void } {
  let known: Map<string, string> | undefined;
  const used = new Map<string, string>();
  let fresh = false;
  return {
    recall(key) {
      known ??= quietly(() => parse(readSmall(file, bytesLimit) ?? "", build)) ?? new Map();
      const text = used.get(key) ?? known.get(key);
      const value = text === undefined ? undefined : quietly((): Json => JSON.parse(text));
      if (text !== undefined && value !== undefined) used.set(key, text);
      return value;
    },
    remember(key, value) {
      const text = JSON.stringify(value);
      if (used.get(key) === text) return;
      used.set(key, text);
      fresh = true;
    },
    save() {
      if (!fresh) return;
      fresh = false;
      const all = new Map([...(known ?? []), ...used]);
      quietly(() => {
        makeFolder(dirname(file));
        // Two runs at once may write: each moves a whole file into place.
        const temp = `${file}.${process.pid}`;
        writeFileSync(temp, format(all.size > most ? used : all, build));
        renameSync(temp, file);
      });
    },
  };
}

function format(facts: ReadonlyMap<string, string>, build: string): string {
  const body = [...facts].map(([key, text]) => `${key} ${text}\n`).join("");
  return `${sealOf(body, build)}\n${body}`;
}

function parse(text: string, build: string): Map<string, string> | undefined {
  const body = text.slice(65);
  if (text.slice(0, 65) !== `${sealOf(body, build)}\n`) return undefined;
  const lines = body.split("\n").slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, 64), line.slice(65)]));
}

function sealOf(body: string, build: string): string {
  return sha256Hex(`waybill-memory 1 ${build}\n${body}`);
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
