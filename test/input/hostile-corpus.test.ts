import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WaybillError } from "../../src/errors.ts";
import { gateSchema, readJson, readYaml } from "../../src/input/index.ts";

const root = join(import.meta.dirname, "../fixtures/hostile");
const files = join(root, "files");

interface Expected {
  /** What the strict reader says, where it refuses the file. */
  readonly read?: {
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly pointer?: string;
  };
  /** What the gate says of the schema, as "CODE pointer". */
  readonly issues?: readonly string[];
}
const manifest: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(join(root, "manifest.json"), "utf8"),
);
const cases = Object.entries(manifest);

function read(path: string) {
  const options = { file: path, profile: "registry" } as const;
  const bytes = readFileSync(join(files, path));
  return path.endsWith(".yaml") ? readYaml(bytes, options) : readJson(bytes, options);
}

function refusal(path: string): WaybillError {
  try {
    read(path);
  } catch (error) {
    if (error instanceof WaybillError) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

describe("the hostile corpus", () => {
  it("has at least 250 files, all of them in the manifest and as its script writes them", () => {
    const present = readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(present.length).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(250);
    execFileSync(process.execPath, [join(root, "write.mjs"), "--check"], { stdio: "pipe" });
  });

  const refused = cases.flatMap(([path, { read }]) => (read === undefined ? [] : [{ path, ...read }]));
  it.each(refused)("reads no $path", ({ path, message, line, column, pointer }) => {
    const error = refusal(path);
    expect(error.code).toBe("MALFORMED");
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(error.hint).toBeTruthy();
    expect(error.place).toMatchObject({
      file: path,
      line,
      column,
      ...(pointer === undefined ? {} : { pointer }),
    });
  });

  const judged = cases.flatMap(([path, { issues }]) => (issues === undefined ? [] : [{ path, issues }]));
  it.each(judged)("judges $path", ({ path, issues }) => {
    const document = read(path);
    const found = gateSchema(document);
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(issues);
    for (const { message, hint, pointer } of found) {
      expect(`${message}${hint}`).not.toMatch(/[\p{Cc}\u202E]/u);
      expect(document.place(pointer).file).toBe(path);
    }
  });
});
