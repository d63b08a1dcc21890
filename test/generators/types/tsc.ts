import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Json } from "../../../src/model.ts";

export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What `tsc --strict` says of the files, each given by its path in one folder. */
export function compile(files: ReadonlyMap<string, string>, options: object = {}): readonly CompilerError[] {
  const folder = mkdtempSync(join(tmpdir(), "waybill-types-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "NodeNext",
      moduleResolution: "NodeNext",
      target: "ES2023",
      lib: ["ES2023"],
      types: [],
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      ...options,
    };
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
    const bin = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const run = spawnSync(process.execPath, [bin, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (run.error !== undefined) throw run.error;
    return errorsOf(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function errorsOf(output: string): readonly CompilerError[] {
  const errors: CompilerError[] = [];
  for (const line of output.split("\n")) {
    const match = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line);
    if (match !== null) errors.push({ file: match[1] ?? "", line: Number(match[2]), text: match[3] ?? "" });
    else if (/^error /.test(line)) errors.push({ file: "", line: 0, text: line });
  }
  return errors;
}

/** The type of exactly this value: what a document has before anyone says what it should be. */
export function literalType(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}: ${literalType(member)}`,
    );
    return `{ ${members.join("; ")} }`;
  }
  return JSON.stringify(value);
}
