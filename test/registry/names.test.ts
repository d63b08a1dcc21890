import { expect, it } from "vitest";
import { actorSchema, published } from "../kit/project.ts";

const valid = "registry/shop.v1/Actor/examples/valid";

it.each([
  ["a space", "two words.json"],
  ["a direction mark", "a\u202egnp.json"],
  ["a command", "$(id).json"],
  ["a device of Windows", "con.json"],
  ["a decomposed letter", "cafe\u0301.json"],
  ["a line end", "a\nversion shop.v1.json"],
])("an example named with %s is refused before it can enter the lock", async (_what, name) => {
  const made = await published();
  made.write({ [`${valid}/${name}`]: { agent: "x" } });
  const before = made.read("registry/waybill.lock");
  const { code, out } = await made.run("check", "--only", "schema");
  expect(code).toBe(100);
  expect(out).toContain("the name ");
  expect(out).not.toContain("\u202e");
  expect((await made.run("publish")).code).toBe(100);
  expect(made.read("registry/waybill.lock")).toBe(before);
});

it.each([
  ["subjects", "registry/shop.v1/ACTOR/schema.json", actorSchema],
  ["examples", `${valid}/Clerk.json`, { agent: "x" }],
])("%s that differ in case only are refused", async (_what, path, content) => {
  const made = await published();
  made.write({ [path]: content });
  const { code, out } = await made.run("check", "--only", "schema");
  expect(code).toBe(100);
  expect(out).toContain("are one name on some disks");
});

it("the lock of a registry with every name a publish lets in can be read again", async () => {
  const made = await published();
  made.write({ [`${valid}/naïve_1+2=3@x,y-z.json`]: { agent: "x" } });
  expect((await made.run("publish")).code).toBe(0);
  expect(made.read("registry/waybill.lock")).toContain("naïve_1+2=3@x,y-z.json");
  expect((await made.run("check", "--only", "schema,integrity")).code).toBe(0);
});
