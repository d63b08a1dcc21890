// Asks tsc, as a process, what it thinks of many small modules at once.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Errors by file and line; `undefined` where tsc did not come to an end within `seconds`. */
export function compileAll(files, seconds = 120) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-bench-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    for (const name of ["json-schema-to-ts", "ts-algebra"])
      symlinkSync(resolve("bench/node_modules", name), join(folder, "node_modules", name));
    for (const [path, text] of files) writeFileSync(join(folder, path), text);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: "NodeNext",
      moduleResolution: "NodeNext",
      target: "ES2023",
      lib: ["ES2023"],
      types: [],
    };
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    const run = spawnSync(
      process.execPath,
      [resolve("node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"],
      { cwd: folder, encoding: "utf8", maxBuffer: 1 << 29, timeout: seconds * 1000 },
    );
    if (run.signal !== null || run.error) return undefined;
    return run.stdout
      .split("\n")
      .map((line) => /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, file, line, text]) => ({ file, line: Number(line), text }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The type of exactly this value, so that assigning asks for assignability and not for excess members. */
export function literalType(value) {
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}: ${literalType(member)}`,
    );
    return `{ ${members.join("; ")} }`;
  }
  return JSON.stringify(value);
}
