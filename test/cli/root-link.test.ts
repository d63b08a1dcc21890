import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { namespaceYaml, published } from "../kit/project.ts";

const unix = process.platform !== "win32";
const documents =
  "documents: [{ path: docs/CARD.md, title: Card, sections: [{ title: One, subjects: [Actor] }] }]\n";

it.skipIf(!unix).each(["the folder itself", "a folder above it"])(
  "a project reached through a link in place of %s works, composed documents included",
  async (what) => {
    const made = await published();
    made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml + documents });
    const beside = mkdtempSync(join(tmpdir(), "waybill-link-"));
    try {
      const inside = what === "a folder above it";
      symlinkSync(inside ? join(made.folder, "..") : made.folder, join(beside, "link"));
      const link = inside
        ? join(beside, "link", made.folder.slice(made.folder.lastIndexOf("/") + 1))
        : join(beside, "link");
      const generated = await made.run("generate", "-C", link);
      expect(generated.err).toBe("");
      expect(generated.code).toBe(0);
      expect(made.read("docs/CARD.md")).toContain("Card");
      const checked = await made.run("check", "-C", link);
      expect(checked.out).not.toMatch(/error/);
      expect(checked.code).toBe(0);
    } finally {
      rmSync(beside, { recursive: true });
    }
  },
);

it.skipIf(!unix)("links inside the project stay refused, on the way to its folders too", async () => {
  const made = await published();
  const outside = mkdtempSync(join(tmpdir(), "waybill-out-"));
  try {
    made.write({ "registry/shop.v1/namespace.yaml": namespaceYaml + documents });
    symlinkSync(outside, join(made.folder, "docs"));
    expect((await made.run("generate")).code).toBe(1);
    rmSync(join(made.folder, "docs"));

    mkdirSync(join(outside, "registry"));
    symlinkSync(outside, join(made.folder, "build"));
    for (const yaml of ["generate: { out: build/generated }", "registry: build/registry"]) {
      made.write({ "waybill.yaml": `version: 1\n${yaml}\n` });
      const { code, err } = await made.run("generate");
      expect(err).toContain('"build" is a link');
      expect(code).toBe(2);
    }
  } finally {
    rmSync(outside, { recursive: true });
  }
});
