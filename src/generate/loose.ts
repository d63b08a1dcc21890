import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type EmittedTypes, emitTypes } from "../../generators/types/index.ts";
import { emitValidator } from "../../generators/validators/emit-validator.ts";
import { WaybillError } from "../errors.ts";
import { readFileStrict, readJson } from "../input/index.ts";
import { limits, outOfTime, spend } from "../limits/index.ts";
import type { GeneratedFile, Schema, SourceDocument } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isObject, own } from "../schema/json.ts";
import { tooCostly } from "./run.ts";

/** What was made of loose schema files: those that could not be used are problems, the others are written all the same. */
export interface LooseResult {
  readonly files: readonly GeneratedFile[];
  readonly schemas: number;
  readonly problems: readonly WaybillError[];
}

/** Targets that need no registry. */
export const looseTargets = ["types", "validators"] as const;
export type LooseTarget = (typeof looseTargets)[number];

/**
 * Generates from a schema file, or from every `.json` file below a folder, mirroring its paths.
 * Schemas may refer to each other by `$id`; nothing else is resolved and nothing fetched.
 * @param source absolute path. @param shown the same as people named it.
 */
export async function generateLoose(
  source: string,
  shown: string,
  targets: readonly LooseTarget[],
): Promise<LooseResult> {
  const problems: WaybillError[] = [];
  const schemas: {
    readonly path: string;
    readonly name: string;
    readonly file: string;
    readonly document: SourceDocument;
    readonly schema: Schema;
  }[] = [];
  for (const path of schemaFiles(source, shown)) {
    const file = path === "" ? shown : `${shown}/${path}`;
    await attempt(problems, file, () => {
      const document = readJson(readFileStrict(join(source, path), { file, profile: "loose" }), {
        file,
        profile: "loose",
      });
      if (!isSchema(document.value))
        throw new WaybillError("MALFORMED", "a schema is an object or a boolean", {
          place: document.place(""),
        });
      const stem = (path === "" ? basename(source) : path).replace(/(\.schema)?\.json$/, "");
      schemas.push({ path: stem, name: typeName(basename(stem)), file, document, schema: document.value });
    });
  }
  const remotes = new Map(schemas.flatMap(({ schema }) => idOf(schema).map((id) => [id, schema] as const)));
  const files = new Map<string, string>();
  for (const { path, name, file, document, schema } of schemas) {
    await attempt(problems, file, async () => {
      const made: GeneratedFile[] = [];
      const account = {};
      const inTime = <T>(target: LooseTarget, work: () => T): T => {
        const answer = spend(account, limits.generate, work);
        if (answer === outOfTime) throw tooCostly(`"${target}" of it`);
        return answer;
      };
      if (targets.includes("types")) {
        const { text, problems: dangling } = await inTime("types", () =>
          emitTypes(schema, { name, remotes }),
        );
        made.push({ path: `${path}.ts`, text });
        // What stands in another file is told of that one.
        const here = dangling.filter((problem) => problem.document === "");
        problems.push(...here.map((problem) => leadsNowhere(problem, document)));
      }
      if (targets.includes("validators"))
        made.push(...inTime("validators", () => emitValidator(schema, { name, path, remotes })));
      for (const { path: out, text } of made) {
        if (files.has(out) && files.get(out) !== text)
          throw new WaybillError("MALFORMED", `two schemas would both write "${out}"`, {
            hint: "rename one of the files",
          });
      }
      for (const { path: out, text } of made) files.set(out, text);
    });
  }
  return { files: [...files].map(([path, text]) => ({ path, text })), schemas: schemas.length, problems };
}

/** The type is written all the same, with `unknown` in that place: what is reported is what it could not say. */
function leadsNowhere({ reference, pointer }: EmittedTypes["problems"][number], document: SourceDocument) {
  return new WaybillError(
    "MALFORMED",
    `"${reference}" leads nowhere; what it should describe is \`unknown\``,
    {
      place: { ...document.place(pointer), pointer },
      hint: "correct it, or put the schema it means into the same folder under that $id",
    },
  );
}

async function attempt(
  problems: WaybillError[],
  file: string,
  work: () => void | Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof WaybillError)) throw error;
    problems.push(
      error.place.file === undefined
        ? new WaybillError(error.code, error.message, {
            place: { ...error.place, file },
            ...(error.hint !== undefined && { hint: error.hint }),
          })
        : error,
    );
  }
}

function schemaFiles(source: string, shown: string): readonly string[] {
  const stat = statSync(source, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new WaybillError("CANNOT_RUN", `there is no file or folder "${shown}"`, {
      hint: "--from takes a schema file or a folder of them",
    });
  if (!stat.isDirectory()) return [""];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(source.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/**
 * The stem in PascalCase, which is a name in every module: no reserved word begins with a capital letter, and a type that
 * is called like a global one, as `Event`, is that module's own.
 */
function typeName(stem: string): string {
  const words = stem.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Z]/.test(joined) ? joined : `Schema${joined}`;
}

function idOf(schema: Schema): readonly string[] {
  const id = isObject(schema) ? (own(schema, "$id") ?? own(schema, "id")) : undefined;
  return typeof id === "string" ? [id.replace(/#$/, "")] : [];
}
