import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { emitValidator } from "../../../generators/validators/index.ts";
import type { EmitValidatorOptions } from "../../../generators/validators/emit-validator.ts";
import type { GeneratedFile, Schema, ValidationError } from "../../../src/model.ts";

/** The exports of an emitted module whose subject is called `Thing`. */
export interface Validator {
  readonly isThing: (value: unknown) => boolean;
  readonly validateThing: (value: unknown) => ValidationError[];
  readonly assertThing: (value: unknown) => void;
  readonly parseThing: (text: string) => unknown;
  readonly validateWriteThing: (value: unknown) => ValidationError[];
  readonly assertWriteThing: (value: unknown) => void;
}

/** A folder for emitted modules; `close` removes it. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "waybill-validators-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const written = new Set<string>();
  let count = 0;
  const write = (files: readonly GeneratedFile[]) => {
    for (const { path, text } of files) {
      if (path.startsWith("_runtime/") && written.has(path)) continue;
      written.add(path);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  return {
    folder,
    write,
    import: (path: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href),
    /** Emits a schema and imports what was emitted. */
    async load(
      schema: Schema,
      options: Omit<EmitValidatorOptions, "name" | "path"> = {},
    ): Promise<Validator> {
      const path = `thing${count++}`;
      write(emitValidator(schema, { ...options, name: "Thing", path }));
      return import(/* @vite-ignore */ pathToFileURL(join(folder, `${path}.js`)).href);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
