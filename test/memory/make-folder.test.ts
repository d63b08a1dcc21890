import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../src/memory/index.ts";

const root = mkdtempSync(join(tmpdir(), "waybill-folder-"));

it("makes a folder with those it lies in, and one that is there stays", () => {
  const path = join(root, "a/b/c");
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

it("says so where a file is in the way", () => {
  writeFileSync(join(root, "file"), "");
  expect(() => makeFolder(join(root, "file/inside"))).toThrow("ENOTDIR");
});

it.skipIf(!existsSync("/proc/self"))("ends where no folder can be made", () => {
  expect(() => makeFolder("/proc/nope/waybill")).toThrow("ENOENT");
});
