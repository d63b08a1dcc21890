import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { tempName } from "../../src/registry/temp.ts";
import { git, start } from "../kit/git.ts";
import { scratch } from "../kit/scratch.ts";

describe("init", () => {
  it("begins a project that publishes, generates and is clean", async () => {
    const made = scratch();
    const { code, out, err } = await made.run("init");
    expect([code, out.split("\n")[0]]).toEqual([0, "wrote waybill.yaml"]);
    expect(err).toContain("waybill publish");
    for (const command of ["publish", "generate"]) expect((await made.run(command)).code).toBe(0);
    expect((await made.run("check")).out).toMatch(/^clean: no findings in 1 subject, 1 version/);
    expect((await made.run("fmt", "--check")).code).toBe(0);
  });

  it("tells what generating is due for in one line a target", async () => {
    const made = scratch();
    await made.run("init");
    const findings = JSON.parse((await made.run("check", "--only", "drift", "--json")).out).findings;
    expect(findings.map(({ file }: { file: string }) => file)).toContain("generated/validators");
    expect(findings.length).toBeLessThan(5);
  });

  it("lets git add everything: what is installed and what a killed command leaves stays out", async () => {
    const made = scratch();
    for (const command of ["init", "publish", "generate"]) await made.run(command);
    const mine = [...made.snapshot().keys()].filter((path) => !path.startsWith("."));
    made.write({
      "node_modules/waybill/package.json": {},
      "registry/.waybill-publish": "{}\n",
      [tempName("registry/example.v1/Greeting/versions/2.json")]: "{",
      [tempName("generated/types/index.ts")]: "x",
    });
    start(made);
    const held = git(made, "ls-files").trim().split("\n");
    expect(held).toEqual(expect.arrayContaining([...mine, "registry/waybill.lock"]));
    expect(held.filter((path) => /node_modules|waybill-(publish|tmp)/.test(path))).toEqual([]);
  });

  it("writes a workflow that checks and looks for drift", async () => {
    const made = scratch();
    await made.run("init");
    const steps: readonly { run?: string }[] = parse(made.read(".github/workflows/waybill.yaml")).jobs.check
      .steps;
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs[0]).toBe("npm ci");
    expect(runs.join("\n")).toMatch(/npx waybill check .*--against "merge-base:origin\/\$BASE"/);
    expect(runs.at(-1)).toBe("npx waybill generate --check");
  });

  it("keeps what is there", async () => {
    const made = scratch({ ".gitattributes": "*.png binary\n" });
    const { code, out } = await made.run("init", "--namespace", "shop.v1");
    expect(code).toBe(0);
    expect(out).toContain("kept  .gitattributes");
    expect(made.read(".gitattributes")).toBe("*.png binary\n");
    expect(made.read("registry/shop.v1/namespace.yaml")).toContain("Messages of shop");
  });

  it.each([
    [["init"], 'there is "waybill.yaml" here already'],
    [["init", "--namespace", "Shop"], "not the name of a namespace"],
    [["new", "shop/Order"], "not the address of a subject"],
    [["new", "shop.v1/Order@2"], "not the address of a subject"],
    [["new", "example.v1/Greeting"], 'there is a subject "example.v1/Greeting" already'],
  ])("%j is refused and changes nothing", async (argv, says) => {
    const made = scratch();
    await made.run("init");
    const before = made.snapshot();
    const { code, err } = await made.run(...argv);
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(made.snapshot()).toEqual(before);
  });
});

describe("new", () => {
  it("begins a subject that check finds nothing wrong with", async () => {
    const made = scratch({ "waybill.yaml": "version: 1\n" });
    expect((await made.run("new", "shop.v1/OrderPlaced")).code).toBe(0);
    expect(JSON.parse(made.read("registry/shop.v1/OrderPlaced/schema.json")).title).toBe("Order placed");
    const { code, out } = await made.run("check", "--only", "schema,lint,examples", "--fail-on", "info");
    expect([code, out]).toEqual([0, expect.stringContaining("no findings")]);
  });

  it("leaves the namespace as it is", async () => {
    const made = scratch({
      "waybill.yaml": "version: 1\n",
      "registry/shop.v1/namespace.yaml": "title: Shop\nowners: [us]\n",
    });
    const { out } = await made.run("new", "shop.v1/OrderPlaced", "--json");
    expect(JSON.parse(out)).toMatchObject({ format: "waybill.new/1", subject: "shop.v1/OrderPlaced" });
    expect(out).not.toContain("namespace.yaml");
    expect(made.read("registry/shop.v1/namespace.yaml")).toBe("title: Shop\nowners: [us]\n");
  });
});

describe("fmt", () => {
  const file = "registry/example.v1/Greeting/schema.json";
  const odd =
    '{"type":"object","title":"Greeting","description":"Hi.",\n\n"properties":{"2":{"description":"x","maximum":1.0,"type":"number"},"1":{"type":"string","description":"y","enum":[ ]}},"required":[]}';

  it("lays out, keeps order and every number as written, and touches nothing else", async () => {
    const made = scratch();
    await made.run("init");
    await made.run("publish");
    made.write({ [file]: odd.replace(',"enum":[ ]', "") });
    const before = made.snapshot();
    const { code, out } = await made.run("fmt", "--check");
    expect([code, out]).toEqual([100, `not laid out ${file}\n`]);
    expect(made.snapshot()).toEqual(before);
    expect((await made.run("fmt")).code).toBe(0);
    const text = made.read(file);
    expect(text.replaceAll(/\s/g, "")).toBe(odd.replace(',"enum":[ ]', "").replaceAll(/\s/g, ""));
    expect(text).toContain('\n    "2": {\n      "description": "x",\n      "maximum": 1.0,');
    expect(text.endsWith('  "required": []\n}\n')).toBe(true);
    const others = (all: ReadonlyMap<string, string>) => [...all].filter(([path]) => path !== file);
    expect(others(made.snapshot())).toEqual(others(before));
    expect((await made.run("fmt", "--check")).code).toBe(0);
  });
});
