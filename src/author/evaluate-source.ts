import { existsSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { WaybillError } from "../errors.ts";
import type { JsonObject } from "../model.ts";
import { isObject } from "../schema/json.ts";

/** A TypeBox source on disk. */
export interface Source {
  /** Absolute path of `schema.ts`. */
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
}

/**
 * Bundles every `schema.ts` at once with esbuild and runs the result: the only place that executes code of a registry.
 * Returns the plain JSON Schema each one exports as `schema`, in the order given.
 * @throws WaybillError MALFORMED where a source does not build, does not run, or exports no schema.
 */
export async function evaluateSources(sources: readonly Source[]): Promise<readonly JsonObject[]> {
  if (sources.length === 0) return [];
  const code = await bundle(sources);
  const modules = await run(code);
  return sources.map((source, index) => schemaOf(modules[index], source));
}

async function bundle(sources: readonly Source[]): Promise<string> {
  const { build } = await import("esbuild");
  const imports = sources.map(({ path }, index) => `import * as s${index} from ${JSON.stringify(path)};`);
  const names = sources.map((_, index) => `s${index}`);
  const contents = `${imports.join("\n")}\nexport const modules = [${names.join(", ")}];\n`;
  try {
    const result = await build({
      stdin: { contents, resolveDir: process.cwd(), sourcefile: "author.mjs" },
      alias: { "waybill/author": authorModule() },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "silent",
    });
    return result.outputFiles[0]?.text ?? "";
  } catch (cause) {
    throw buildError(cause, sources);
  }
}

/** Our own builders: in `dist`, this file may stand in a chunk folder below `author.js`; in the source tree, beside `index.ts`. */
function authorModule(): string {
  const candidates = ["./author.js", "../author.js", "./index.ts"];
  const paths = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new WaybillError("CANNOT_RUN", "the authoring module is missing", { hint: "run `npm run build`" });
}

async function run(code: string): Promise<readonly unknown[]> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  try {
    const module: { modules: readonly unknown[] } = await import(/* @vite-ignore */ url);
    return module.modules;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new WaybillError("MALFORMED", `a schema.ts does not run: ${message}`, {
      hint: "author one subject at a time to find it",
      cause,
    });
  }
}

function schemaOf(module: unknown, source: Source): JsonObject {
  const found =
    typeof module === "object" && module !== null && "schema" in module ? module.schema : undefined;
  // TypeBox keeps its marks in members JSON leaves out, so one round trip is the plain schema.
  const plain: unknown = found === undefined ? undefined : JSON.parse(JSON.stringify(found));
  if (isJsonObject(plain)) return plain;
  throw new WaybillError("MALFORMED", "the source exports no schema", {
    place: { file: source.file },
    hint: 'write `export const schema = subject({...}, Type.Object({...}))`, imported from "waybill/author"',
  });
}

function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value as JsonObject | undefined);
}

function buildError(cause: unknown, sources: readonly Source[]): WaybillError {
  const [first] = buildMessages(cause);
  const at = first?.location ?? undefined;
  return new WaybillError("MALFORMED", `a schema.ts does not build: ${first?.text ?? String(cause)}`, {
    place: at === undefined ? {} : { file: shown(at.file, sources), line: at.line, column: at.column + 1 },
    hint: "correct the source; `npx tsc --noEmit` says more",
    cause,
  });
}

/** esbuild names files from its own folder; people know them from the registry, also those a source imports. */
function shown(file: string, sources: readonly Source[]): string {
  const path = resolve(file);
  const source = sources.find((candidate) => path.startsWith(join(dirname(candidate.path), sep)));
  return source === undefined ? file : `${dirname(source.file)}/${basename(path)}`;
}

interface BuildMessage {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
}

function buildMessages(cause: unknown): readonly BuildMessage[] {
  const errors = typeof cause === "object" && cause !== null && "errors" in cause ? cause.errors : undefined;
  return Array.isArray(errors) ? errors : [];
}
