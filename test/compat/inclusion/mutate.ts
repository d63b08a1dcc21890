import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { context } from "esbuild";
import type { DecideOptions } from "../../../src/compat/inclusion/index.ts";
import type { Schema, Verdict } from "../../../src/model.ts";
import type { Contradiction, Tally } from "./hunt.ts";
import type { Mutant } from "./mutants.ts";

/** An engine with one line changed, and the hunt over it. */
export interface Mutated {
  readonly decide: (old: Schema, next: Schema, options?: DecideOptions) => Verdict;
  readonly hunt: (seed: number, tally: Tally) => Generator<Contradiction>;
  readonly newTally: () => Tally;
}

export interface Laboratory {
  readonly make: (mutant: Mutant | undefined) => Promise<Mutated>;
  readonly close: () => Promise<void>;
}

const room = resolve("src/compat/inclusion");

/** Bundles the engine again for each mutant, into a folder that goes when the laboratory closes. */
export async function openLaboratory(): Promise<Laboratory> {
  const folder = mkdtempSync(join("node_modules", ".mutants-"));
  let current: Mutant | undefined;
  let count = 0;
  const bundle = await context({
    stdin: {
      contents:
        'export * from "./test/compat/inclusion/hunt.ts"; export { decide } from "./src/compat/inclusion/index.ts";',
      resolveDir: resolve("."),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent",
    plugins: [
      {
        name: "mutant",
        setup(build) {
          build.onLoad({ filter: /compat\/inclusion\/.*\.ts$/ }, ({ path }) => {
            const text = readFileSync(path, "utf8");
            const contents =
              current !== undefined && path === join(room, current.file) ? changed(text, current) : text;
            return { contents, loader: "ts" };
          });
        },
      },
    ],
  });
  return {
    async make(mutant) {
      current = mutant;
      const { outputFiles } = await bundle.rebuild();
      const file = resolve(folder, `${count++}.mjs`);
      writeFileSync(file, outputFiles?.[0]?.text ?? "");
      return import(/* @vite-ignore */ pathToFileURL(file).href);
    },
    async close() {
      await bundle.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

function changed(text: string, { file, find, put }: Mutant): string {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} holds "${find}" not exactly once`);
  return before + put + after;
}
