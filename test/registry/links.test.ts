import { execFileSync } from "node:child_process";
import { cpSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { published } from "../kit/project.ts";

const unix = process.platform !== "win32";
const actor = "registry/shop.v1/Actor";

it
  .skipIf(!unix)
  .each([
    ["registry"],
    ["registry/shop.v1"],
    [actor],
    [`${actor}/versions`],
    [`${actor}/versions/1.json`],
    [`${actor}/schema.json`],
    [`${actor}/examples`],
    [`${actor}/examples/valid`],
    [`${actor}/examples/valid/clerk.json`],
    ["registry/shop.v1/namespace.yaml"],
    ["registry/waybill.lock"],
  ])("%s as a link is refused, though what it leads to is right", async (path) => {
  const made = await published();
  const outside = join(made.folder, "outside");
  renameSync(join(made.folder, path), outside);
  symlinkSync(relative(dirname(join(made.folder, path)), outside), join(made.folder, path));
  await holdRefused(made, path);
});

it.skipIf(!unix).each([
  ["accepted", "accepted/shop.v1"],
  ["accepted/shop.v1", "accepted/shop.v1/Actor"],
])("registry/%s as a link to a folder is refused", async (path, inside) => {
  const made = await published();
  made.write({ [`elsewhere/${inside.slice(path.length + 1)}/x.yaml`]: "a: 1\n" });
  if (path.includes("/")) made.write({ "registry/accepted/other.v1/README.md": "" });
  symlinkSync(join(made.folder, "elsewhere"), join(made.folder, "registry", path));
  await holdRefused(made, `registry/${path}`);
});

it.skipIf(!unix).each([["legacy"], ["migrations"]])("%s of a subject as a link is refused", async (name) => {
  const made = await published();
  cpSync(join(made.folder, actor, "versions"), join(made.folder, "elsewhere"), { recursive: true });
  symlinkSync(join(made.folder, "elsewhere"), join(made.folder, actor, name));
  await holdRefused(made, `${actor}/${name}`);
});

it
  .skipIf(!unix)
  .each([
    [`${actor}/schema.json`],
    [`${actor}/versions/1.json`],
    [`${actor}/versions/2.json`],
    [`${actor}/examples/valid/clerk.json`],
    ["registry/waybill.lock"],
    ["registry/shop.v1/namespace.yaml"],
    ["registry/.waybill-publish"],
  ])("%s as a pipe is refused, and nobody waits for it", async (path) => {
  const made = await published();
  rmSync(join(made.folder, path), { force: true });
  execFileSync("mkfifo", [join(made.folder, path)]);
  await holdRefused(made, path);
});

it.skipIf(!unix)("nothing is written through a link in place of the output folder", async () => {
  const made = await published();
  made.write({ "outside/kept.txt": "x" });
  symlinkSync(join(made.folder, "outside"), join(made.folder, "generated"));
  const { code, err } = await made.run("generate");
  expect(err).toContain("the output folder is a link");
  expect(code).toBe(1);
  expect([...made.snapshot().keys()].filter((path) => path.startsWith("outside/"))).toEqual([
    "outside/kept.txt",
  ]);
});

it("a file where a folder belongs is refused", async () => {
  for (const path of [`${actor}/versions`, `${actor}/examples`, `${actor}/examples/valid`]) {
    const made = await published();
    rmSync(join(made.folder, path), { recursive: true });
    made.write({ [path]: "x" });
    await holdRefused(made, path);
  }
});

async function holdRefused(made: Awaited<ReturnType<typeof published>>, path: string): Promise<void> {
  const before = [...made.snapshot().keys()];
  const checked = await made.run("check", "--only", "schema,migrations");
  expect(checked.out + checked.err).toContain(path);
  expect(checked.code).toBe(100);
  expect((await made.run("publish")).code).toBe(100);
  expect((await made.run("generate")).code).toBe(100);
  expect([...made.snapshot().keys()]).toEqual(before);
}
