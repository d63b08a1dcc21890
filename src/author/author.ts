import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closest } from "../config/closest.ts";
import { WaybillError } from "../errors.ts";
import { writeAtomic } from "../registry/write-atomic.ts";
import { declaredDialect } from "../schema/dialect.ts";
import { evaluateSources, type Source } from "./evaluate-source.ts";
import { printDraft } from "./print.ts";

/** What became of one draft. `stale` is said only where nothing may be written. */
export interface Authored {
  /** `cogo.v1/JobStarted` */
  readonly subject: string;
  /** `schema.json` as shown to people. */
  readonly file: string;
  readonly state: "unchanged" | "written" | "stale";
}

export interface AuthorOptions {
  /** Absolute path of the registry folder. */
  readonly root: string;
  /** The same folder as shown to people. */
  readonly shown: string;
  /** Subject or namespace addresses; empty means all that have a `schema.ts`. */
  readonly only: readonly string[];
  /** Report, write nothing. */
  readonly check: boolean;
}

/**
 * Writes `schema.json` from each `schema.ts`, touching only files that change.
 * @throws WaybillError MALFORMED where a source does not build; USAGE where an address has no source.
 */
export async function author(options: AuthorOptions): Promise<readonly Authored[]> {
  const subjects = selected(options);
  const sources = subjects.map((subject): Source => {
    return { path: join(options.root, subject, "schema.ts"), file: `${options.shown}/${subject}/schema.ts` };
  });
  const schemas = await evaluateSources(sources);
  return subjects.map((subject, index): Authored => {
    const schema = schemas[index] ?? {};
    const text = printDraft(schema, declaredDialect(schema) ?? "2020-12");
    const path = join(options.root, subject, "schema.json");
    const file = `${options.shown}/${subject}/schema.json`;
    if (existsSync(path) && readFileSync(path, "utf8") === text) return { subject, file, state: "unchanged" };
    if (options.check) return { subject, file, state: "stale" };
    writeAtomic(path, text);
    return { subject, file, state: "written" };
  });
}

/** Every `<namespace>/<Subject>` with a source, in code-point order. */
function sourcesIn(root: string): readonly string[] {
  const found: string[] = [];
  for (const namespace of folders(root)) {
    for (const name of folders(join(root, namespace))) {
      if (existsSync(join(root, namespace, name, "schema.ts"))) found.push(`${namespace}/${name}`);
    }
  }
  return found.sort();
}

function selected({ root, only }: AuthorOptions): readonly string[] {
  const all = sourcesIn(root);
  for (const address of only) {
    if (all.some((subject) => covers(address, subject))) continue;
    const near = closest(address, all);
    throw new WaybillError("USAGE", `"${address}" has no schema.ts`, {
      hint:
        near === undefined ? "a schema.json written by hand needs no authoring" : `did you mean "${near}"?`,
    });
  }
  return only.length === 0 ? all : all.filter((subject) => only.some((address) => covers(address, subject)));
}

function covers(address: string, subject: string): boolean {
  return subject === address || subject.startsWith(`${address}/`);
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  } catch (cause) {
    throw new WaybillError("CANNOT_RUN", `cannot read the folder "${path}"`, {
      cause,
      hint: "check --config and -C",
    });
  }
}
