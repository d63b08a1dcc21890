import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WaybillError } from "../../src/errors.ts";
import { readFileStrict } from "../../src/input/index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waybill-read-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(path: string): WaybillError {
  try {
    readFileStrict(path, { file: "shown.json", profile: "registry" });
  } catch (error) {
    if (error instanceof WaybillError) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("readFileStrict", () => {
  it("reads a regular file, to the last byte", () => {
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 256));
    writeFileSync(join(folder, "a"), bytes);
    expect(Buffer.from(readFileStrict(join(folder, "a"), { profile: "registry" })).equals(bytes)).toBe(true);
    writeFileSync(join(folder, "empty"), "");
    expect(readFileStrict(join(folder, "empty"), { profile: "registry" })).toHaveLength(0);
  });

  it.runIf(existsSync("/proc/self/smaps"))(
    "reads on where a file says it is empty, and gives a page at a time",
    () => {
      expect(readFileStrict("/proc/self/smaps", { profile: "registry" }).length).toBeGreaterThan(10_000);
    },
  );

  it("refuses links, to files, to folders and to nothing", () => {
    writeFileSync(join(folder, "a"), "{}");
    for (const [name, target] of [
      ["file", "a"],
      ["folder", "."],
      ["nothing", "absent"],
      ["self", "self"],
    ] as const) {
      symlinkSync(target, join(folder, name));
      expect(refusal(join(folder, name))).toMatchObject({ code: "MALFORMED", place: { file: "shown.json" } });
      expect(refusal(join(folder, name)).message).toContain("symbolic link");
    }
  });

  it("refuses folders", () => {
    mkdirSync(join(folder, "b"));
    expect(refusal(join(folder, "b")).message).toContain("a folder");
  });

  it.skipIf(process.platform === "win32")("refuses named pipes and devices without waiting for them", () => {
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(refusal(join(folder, "pipe")).message).toContain("named pipe");
    expect(refusal("/dev/zero").message).toContain("a device");
  });

  it.skipIf(process.platform === "win32")("refuses sockets", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "s"), resolve));
    expect(refusal(join(folder, "s")).message).toContain("a socket");
    await new Promise((resolve) => server.close(resolve));
  });

  it("refuses a file beyond its bound without reading it", () => {
    writeFileSync(join(folder, "big"), "");
    // Sparse: nothing of the terabyte exists.
    truncateSync(join(folder, "big"), 2 ** 40);
    expect(refusal(join(folder, "big")).message).toContain("1099511627776 bytes");
  });

  it("says what is missing", () => {
    expect(refusal(join(folder, "absent"))).toMatchObject({
      code: "CANNOT_RUN",
      message: "there is no such file",
    });
    expect(refusal(join(folder, "absent", "below")).code).toBe("CANNOT_RUN");
  });
});
