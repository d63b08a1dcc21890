import { readdirSync, readFileSync } from "node:fs";
import type { Dialect, Schema, Semantics } from "../../../src/model.ts";

/** One pair and what is true of it, both ways. */
export interface Case {
  readonly file: string;
  readonly name: string;
  readonly dialect: Dialect;
  readonly formats: "assert" | "annotate";
  readonly semantics: Semantics;
  readonly old: Schema;
  readonly new: Schema;
  /** Steps that must do, where the case is about work. */
  readonly budget?: number;
  readonly oldSubsetOfNew: boolean;
  readonly newSubsetOfOld: boolean;
}

const folder = new URL("../../fixtures/inclusion/", import.meta.url);

export const cases: readonly Case[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const { dialect, formats = "annotate", semantics = "set", cases } = JSON.parse(text);
    return cases.map((one: object) => ({
      file: file.replace(".json", ""),
      dialect,
      formats,
      semantics,
      ...one,
    }));
  });
