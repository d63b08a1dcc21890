import { describe, expect, it } from "vitest";
import {
  Annotate,
  ClosedEnum,
  Count,
  Members,
  Nullable,
  OpenEnum,
  Ref,
  Sha256,
  subject,
  Text,
  Timestamp,
  Type,
  Ulid,
  Uuid,
  When,
} from "waybill/author";
import { printDraft } from "../../src/author/print.ts";
import { plainAjv } from "./plain-ajv.ts";

const d = { description: "A field." };

describe("scalars", () => {
  const cases = [
    [
      "Ulid",
      Ulid(d),
      ["01HQZX3T5N8V2K4M6P7R9S1W0A"],
      ["01HQZX3T5N8V2K4M6P7R9S1W0", "01hqzx3t5n8v2k4m6p7r9s1w0a", "01HQZX3T5N8V2K4M6P7R9S1WIL"],
    ],
    ["Uuid", Uuid(d), ["6f1c2f6e-7a55-4d0c-9a86-2f0f6b0f3b11"], ["6f1c2f6e7a554d0c9a862f0f6b0f3b11", ""]],
    [
      "Timestamp",
      Timestamp(d),
      ["2026-03-02T10:15:30Z", "2026-03-02T10:15:30.5+01:00"],
      ["2026-03-02", "2026-03-02T10:15:30"],
    ],
    ["Sha256", Sha256(d), ["a".repeat(64)], ["A".repeat(64), `sha256:${"a".repeat(64)}`, "a".repeat(63)]],
    ["Count", Count(d), [0, 7], [-1, 0.5, "1"]],
    ["Count from 1", Count({ ...d, minimum: 1 }), [1], [0]],
    ["OpenEnum", OpenEnum(["a", "b"], d), ["a", "never seen"], [1, null]],
    ["ClosedEnum", ClosedEnum(["a", "b"], d), ["a"], ["never seen", 1]],
    ["Nullable text", Nullable(Text({ ...d, minLength: 1 })), [null, "x"], ["", 1]],
    ["Nullable open enum", Nullable(OpenEnum(["a"], d)), [null, "a", "never seen"], [1]],
    ["Nullable enum", Nullable(ClosedEnum(["a"], d)), [null, "a"], ["b"]],
  ] as const;

  it.each(cases)("%s takes what it is for, and nothing else", (_, schema, good, bad) => {
    const validate = plainAjv(JSON.parse(JSON.stringify(schema)));
    for (const value of good) expect(validate(value), JSON.stringify(value)).toBe(true);
    for (const value of bad) expect(validate(value), JSON.stringify(value)).toBe(false);
  });

  it("keep the description outside, where readers look for it", () => {
    for (const [, schema] of cases) expect(schema).toMatchObject(d);
  });
});

describe("Nullable", () => {
  it("keeps an open enum recognisable, with null as one more branch", () => {
    const schema = JSON.parse(JSON.stringify(Nullable(OpenEnum(["a"], { ...d, "x-redact": "immutable" }))));
    expect(schema).toEqual({
      ...d,
      "x-redact": "immutable",
      anyOf: [{ enum: ["a"] }, { type: "string" }, { type: "null" }],
    });
  });
});

describe("When", () => {
  const schema = Type.Object(
    { kind: Text(d), left: Type.Optional(Text(d)), right: Type.Optional(Text(d)) },
    {
      allOf: [
        When(
          { kind: ["left"] },
          Members({ need: ["left"], refuse: ["right"] }),
          Members({ refuse: ["left"] }),
        ),
      ],
    },
  );
  const validate = plainAjv(JSON.parse(JSON.stringify(schema)));
  const errors = (value: unknown) => {
    validate(value);
    return (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== "if")
      .map(({ keyword, instancePath }) => [keyword, instancePath]);
  };

  it("names the member that is wrong", () => {
    expect(errors({ kind: "left", left: "x" })).toEqual([]);
    expect(errors({ kind: "left" })).toEqual([["required", ""]]);
    expect(errors({ kind: "left", left: "x", right: "y" })).toEqual([["false schema", "/right"]]);
    expect(errors({ kind: "else", left: "x" })).toEqual([["false schema", "/left"]]);
    expect(errors({ left: "x" })).toContainEqual(["required", ""]);
  });
});

describe("Annotate", () => {
  it("leaves the field it is given alone, and keeps it optional", () => {
    const field = Type.Optional(Text(d));
    const marked = Annotate(field, { "x-assigned-by": "agent" });
    expect(Object.keys(field)).not.toContain("x-assigned-by");
    expect(JSON.parse(JSON.stringify(Type.Object({ marked, plain: Text(d) })))).toEqual({
      type: "object",
      required: ["plain"],
      properties: {
        marked: { type: "string", description: "A field.", "x-assigned-by": "agent" },
        plain: { type: "string", description: "A field." },
      },
    });
  });
});

describe("subject", () => {
  it("prints what it is before what it holds, and refers by urn", () => {
    const schema = subject(
      { title: "Note", description: "A note.", "x-invariants": ["Notes are kept."] },
      Type.Object({ type: Text(d), $ref: Type.Optional(Text(d)), by: Ref("notes.v1/Person") }),
    );
    expect(printDraft(JSON.parse(JSON.stringify(schema)), "2020-12")).toBe(`{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Note",
  "description": "A note.",
  "type": "object",
  "properties": {
    "type": {
      "description": "A field.",
      "type": "string"
    },
    "$ref": {
      "description": "A field.",
      "type": "string"
    },
    "by": {
      "$ref": "urn:waybill:notes.v1:Person"
    }
  },
  "required": [
    "type",
    "by"
  ],
  "x-invariants": [
    "Notes are kept."
  ]
}
`);
  });

  it("writes draft-07 where asked", () => {
    const schema = subject({ title: "Note", description: "A note.", dialect: "draft-07" }, Type.Object({}));
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
    expect(Object.keys(schema)).not.toContain("dialect");
  });
});
