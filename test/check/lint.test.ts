import { describe, expect, it } from "vitest";
import { lintRules } from "../../src/check/lint/index.ts";
import { actorSchema, namespaceYaml, project } from "../kit/project.ts";

const schemaFile = "registry/shop.v1/Actor/schema.json";

/** For each rule an edit of a clean subject on which it fires, and the pointer it names. */
const fires: Readonly<
  Record<string, { readonly schema: unknown; readonly pointer: string; readonly remove?: string }>
> = {
  TITLE_MISSING: { schema: { ...actorSchema, title: " " }, pointer: "" },
  DESCRIPTION_MISSING: { schema: withAgent({ type: "string" }), pointer: "/properties/agent" },
  PROPERTY_CASING: {
    schema: {
      ...actorSchema,
      properties: { ...actorSchema.properties, "Bad-Name": { type: "string", description: "x" } },
    },
    pointer: "",
  },
  CLOSED_OBJECT_UNDER_ADDITIVE: {
    schema: { ...actorSchema, additionalProperties: false },
    pointer: "/additionalProperties",
  },
  DISCRIMINATOR_MISSING: {
    schema: {
      ...actorSchema,
      required: [],
      "x-kinds": { discriminator: "/agent", payload: "", map: { clerk: "shop.v1/Actor" } },
    },
    pointer: "/x-kinds",
  },
  KEYWORD_WITHOUT_EFFECT: {
    schema: withAgent({ type: "string", description: "x", minimum: 1 }),
    pointer: "/properties/agent/minimum",
  },
  REQUIRED_UNDECLARED: { schema: { ...actorSchema, required: ["agent", "ghost"] }, pointer: "/required/1" },
  PLATFORM_ASSIGNED_REQUIRED: {
    schema: withAgent({ type: "string", description: "x", "x-assigned-by": "platform" }),
    pointer: "/properties/agent",
  },
  EXAMPLE_MISSING: {
    schema: actorSchema,
    pointer: "",
    remove: "registry/shop.v1/Actor/examples/valid/clerk.json",
  },
  SUNSET_PAST: {
    schema: withAgent({ type: "string", description: "x", deprecated: true, "x-sunset": "2020-01-01" }),
    pointer: "/properties/agent/x-sunset",
  },
};

describe("lint rules", () => {
  it("each have a case here, and none is left over", () => {
    expect(Object.keys(fires)).toEqual(lintRules.map(({ id }) => id));
  });

  it.each(Object.entries(fires))(
    "%s fires where it should and nowhere in a clean subject",
    async (rule, { schema, pointer, remove }) => {
      const made = project();
      expect(await found(made, rule)).toEqual([]);
      made.write({ [schemaFile]: schema });
      if (remove !== undefined) made.remove(remove);
      expect(await found(made, rule)).toContainEqual(pointer);
    },
  );

  it("read names, not keywords: members called like keywords are ordinary", async () => {
    const made = project();
    const text = { type: "string", description: "x" };
    const properties = {
      ...actorSchema.properties,
      id: text,
      items: text,
      const: text,
      type: text,
      definitions: text,
      required: text,
      minimum: text,
    };
    made.write({ [schemaFile]: { ...actorSchema, properties } });
    expect(JSON.parse((await made.run("check", "--only", "schema,lint", "--json")).out).findings).toEqual([]);
  });

  it("can be made stricter, switched off, and waived for one subject", async () => {
    const made = project();
    made.write({ [schemaFile]: withAgent({ type: "string" }) });
    const code = async (lint: string) => {
      made.write({ "waybill.yaml": `version: 1\nlint: ${lint}\n` });
      return (await made.run("check", "--only", "lint")).code;
    };
    expect(await code("{}")).toBe(0);
    expect(await code("{ severity: { DESCRIPTION_MISSING: error } }")).toBe(100);
    expect(
      await code(
        "{ severity: { DESCRIPTION_MISSING: error }, ignore: { DESCRIPTION_MISSING: [shop.v1/Actor] } }",
      ),
    ).toBe(0);
    expect(
      await code(
        "{ severity: { DESCRIPTION_MISSING: error }, ignore: { DESCRIPTION_MISSING: [shop.v1/OrderPlaced] } }",
      ),
    ).toBe(100);
    expect(await code("{ severity: { DESCRIPTION_MISSING: error }, except: [DESCRIPTION_MISSING] }")).toBe(0);
  });

  async function found(made: ReturnType<typeof project>, rule: string): Promise<readonly string[]> {
    const { findings } = JSON.parse(
      (await made.run("check", "shop.v1/Actor", "--only", "lint", "--json")).out,
    );
    return findings
      .filter((one: { rule: string }) => one.rule === rule)
      .map((one: { newPointer: string }) => one.newPointer);
  }
});

describe("a binding", () => {
  it("to a vocabulary is an error: nothing is generated that could judge the payload", async () => {
    const made = project();
    made.write({
      "registry/shop.v1/namespace.yaml": `${namespaceYaml}subjects: { OrderPlaced: { stage: vocabulary } }\n`,
      [schemaFile]: {
        ...actorSchema,
        "x-kinds": { discriminator: "/agent", payload: "", map: { clerk: "shop.v1/OrderPlaced" } },
      },
    });
    const { code, out } = await made.run("check", "--only", "lint");
    expect(out.replaceAll(/\s+/g, " ")).toContain('is bound to "shop.v1/OrderPlaced", a vocabulary');
    expect(code).toBe(100);
  });
});

describe("examples", () => {
  it("must be accepted, or rejected by the keyword and at the place they name", async () => {
    const made = project();
    made.write({
      "registry/shop.v1/Actor/examples/valid/number.json": { agent: 7 },
      "registry/shop.v1/Actor/examples/invalid/nameless.json": {
        instance: {},
        keyword: "minLength",
        pointer: "/agent",
        why: "x",
      },
    });
    const { code, out } = await made.run("check", "--only", "examples");
    expect(out).toContain("number.json:2:12");
    expect(out).toContain('rejected by "required" at ""');
    expect(code).toBe(100);
  });
});

describe("patterns", () => {
  it("that can be made to hang are errors that show the text which does it", async () => {
    const made = project();
    made.write({ [schemaFile]: withAgent({ type: "string", description: "x", pattern: "^(a+)+$" }) });
    const { code, out } = await made.run("check", "--only", "patterns");
    expect(out).toContain("exponential");
    expect(out).toMatch(/'a'\.repeat\(/);
    expect(code).toBe(100);
    made.write({ [schemaFile]: withAgent({ type: "string", description: "x", pattern: "^a+$" }) });
    expect((await made.run("check", "--only", "patterns")).code).toBe(0);
  });
});

describe("the budget of a postcard", () => {
  it("fails naming the section and the overrun", async () => {
    const made = project();
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `field_${index}`,
        { type: "string", description: "One of very many fields that say little but say it at some length." },
      ]),
    );
    made.write({ [schemaFile]: { ...actorSchema, properties: { ...actorSchema.properties, ...many } } });
    await made.run("publish");
    const { code, out } = await made.run("check", "--only", "budget");
    expect(out).toMatch(/section "Fields" is .*words? over/);
    expect(code).toBe(100);
    made.write({
      "waybill.yaml": "version: 1\ngenerate: { targets: { postcards: { maxLines: 500, maxWords: 5000 } } }\n",
    });
    expect((await made.run("check", "--only", "budget")).code).toBe(0);
  });
});

function withAgent(agent: unknown): unknown {
  return { ...actorSchema, properties: { agent } };
}
