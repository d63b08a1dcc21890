import { describe, expect, it } from "vitest";
import { indexSchema } from "../../src/schema/resources.ts";
import { resolveUri } from "../../src/schema/uri.ts";

describe("resolveUri", () => {
  // RFC 3986, section 5.4, from the base http://a/b/c/d;p?q
  it.each([
    ["g:h", "g:h"],
    ["g", "http://a/b/c/g"],
    ["./g/", "http://a/b/c/g/"],
    ["/g", "http://a/g"],
    ["//g", "http://g"],
    ["?y", "http://a/b/c/d;p?y"],
    ["#s", "http://a/b/c/d;p?q#s"],
    ["", "http://a/b/c/d;p?q"],
    [".", "http://a/b/c/"],
    ["..", "http://a/b/"],
    ["../../g", "http://a/g"],
    ["../../../g", "http://a/g"],
    ["g.", "http://a/b/c/g."],
    ["./../g", "http://a/b/g"],
    ["g?y/./x", "http://a/b/c/g?y/./x"],
  ])("resolves %j", (reference, expected) => {
    expect(resolveUri("http://a/b/c/d;p?q", reference)).toBe(expected);
  });

  it("keeps an opaque base whole under a fragment", () => {
    expect(resolveUri("urn:waybill:cogo.v1:Actor:1", "#/$defs/a")).toBe(
      "urn:waybill:cogo.v1:Actor:1#/$defs/a",
    );
  });
});

describe("indexSchema", () => {
  it("resolves a pinned dependency by its urn, and references inside it against it", () => {
    const index = indexSchema({
      $id: "urn:waybill:cogo.v1:Job:2",
      properties: { by: { $ref: "urn:waybill:cogo.v1:Actor:1" } },
      $defs: {
        "cogo.v1/Actor@1": {
          $id: "urn:waybill:cogo.v1:Actor:1",
          $ref: "#/$defs/name",
          $defs: { name: { type: "string" } },
        },
      },
    });
    const actor = index.resolve("urn:waybill:cogo.v1:Actor:1", index.root);
    expect(actor?.pointer).toBe("/$defs/cogo.v1~1Actor@1");
    if (actor === undefined) return;
    expect(index.resolve("#/$defs/name", actor)?.schema).toEqual({ type: "string" });
    expect(index.resolve("#/$defs/name", index.root)).toBeUndefined();
  });

  it("gives one place one object", () => {
    const index = indexSchema({ $defs: { a: true } });
    expect(index.resolve("#/$defs/a", index.root)).toBe(index.at(index.root, "/$defs/a"));
  });

  it("takes no identifier from a property named $id, from an enum, or from an unknown keyword", () => {
    const index = indexSchema({
      properties: { $id: { type: "string" }, id: { $id: "http://x/real" } },
      enum: [{ $id: "http://x/enum" }],
      "x-own": { $id: "http://x/unknown", $anchor: "nope" },
    });
    expect(index.resolve("http://x/real", index.root)?.pointer).toBe("/properties/id");
    expect(index.resolve("http://x/enum", index.root)).toBeUndefined();
    expect(index.resolve("http://x/unknown", index.root)).toBeUndefined();
    expect(index.resolve("#/x-own", index.root)?.pointer).toBe("/x-own");
    expect(index.resolve("http://x/unknown", index.root)).toBeUndefined();
    expect(index.resolve("#nope", index.root)).toBeUndefined();
  });

  it("walks pointers by own members", () => {
    const index = indexSchema(JSON.parse('{"$defs": {"__proto__": {"type": "null"}}}'));
    expect(index.resolve("#/$defs/__proto__", index.root)?.schema).toEqual({ type: "null" });
    expect(index.resolve("#/$defs/toString", index.root)).toBeUndefined();
    expect(index.resolve("#/%zz", index.root)).toBeUndefined();
  });

  it("switches the dialect with an embedded resource, and only there", () => {
    const index = indexSchema({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $defs: {
        old: { $id: "http://x/old", $schema: "http://json-schema.org/draft-07/schema#", items: [true] },
        not: { $schema: "http://json-schema.org/draft-07/schema#" },
      },
    });
    expect(index.at(index.root, "/$defs/old")?.dialect).toBe("draft-07");
    expect(index.at(index.root, "/$defs/old/items/0")?.dialect).toBe("draft-07");
    expect(index.at(index.root, "/$defs/not")?.dialect).toBe("2020-12");
  });

  it("before 2019-09 ignores an $id beside a $ref and takes a fragment in $id as an anchor", () => {
    const index = indexSchema(
      {
        $id: "http://x/root/",
        definitions: { a: { $id: "#a" }, b: { $id: "http://x/b/", $ref: "c" }, c: { $id: "c" } },
      },
      { dialect: "draft-07" },
    );
    expect(index.resolve("#a", index.root)?.pointer).toBe("/definitions/a");
    expect(index.resolve("http://x/b/", index.root)).toBeUndefined();
    const b = index.at(index.root, "/definitions/b");
    expect(b && index.resolve("c", b)?.pointer).toBe("/definitions/c");
  });

  it("reads a remote where a reference reaches it, under both of its names", () => {
    const remotes = new Map([["http://x/a.json", { $id: "http://x/other", $anchor: "here" }]]);
    const index = indexSchema({ $id: "http://x/" }, { remotes });
    expect(index.resolve("a.json#here", index.root)?.document).toBe("http://x/a.json");
    expect(index.resolve("other", index.root)?.document).toBe("http://x/a.json");
    expect(index.resolve("b.json", index.root)).toBeUndefined();
  });
});
