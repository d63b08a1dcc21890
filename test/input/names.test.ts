import { describe, expect, it } from "vitest";
import {
  checkFileName,
  checkName,
  collidingNames,
  hiddenCharacter,
  isSubjectUrn,
} from "../../src/input/index.ts";

describe("checkName", () => {
  it.each(["cogo.v1", "message.v12", "a.b2.c.v3", "icecream.v1"])("takes the namespace %s", (name) => {
    expect(checkName(name, "namespace")).toBeUndefined();
  });
  it.each([
    "",
    "cogo",
    "cogo.v0",
    "cogo.v01",
    "Cogo.v1",
    "cogo..v1",
    ".v1",
    "cogo.V1",
    "cogo.v1 ",
    "cogo.v1\n",
    "cogo/v1",
    "../x.v1",
    "cogo.v1/",
    "con.v1",
    "nul.v1",
    "com1.v1",
    "lpt9.x.v1",
    "cögo.v1",
    "1a.v1",
    `${"a".repeat(90)}.v1`,
    "cogo.v1\u200b",
    "__proto__.v1",
  ])("refuses the namespace %j", (name) => {
    expect(checkName(name, "namespace")).toMatch(/^"/);
  });
  it.each(["JobStarted", "A", "X509Cert", "Context"])("takes the subject %s", (name) => {
    expect(checkName(name, "subject")).toBeUndefined();
  });
  it.each([
    "",
    "jobStarted",
    "Job_Started",
    "Job-Started",
    "Job.Started",
    "Con",
    "NUL",
    "Aux",
    "Com1",
    "Lpt9",
    "Ünicode",
    "A\u0000",
    "A/B",
    "..",
    "A".repeat(81),
  ])("refuses the subject %j", (name) => {
    expect(checkName(name, "subject")).toMatch(/^"/);
  });
});

describe("checkFileName", () => {
  it.each(["first-attempt.json", "naïve.json", "1.json", "console.json", "a_b+c.json"])(
    "takes %s",
    (name) => {
      expect(checkFileName(name)).toBeUndefined();
    },
  );
  it.each([
    "con.json",
    "NUL",
    "aux.tar.gz",
    "com¹.json",
    "a.",
    "a ",
    "a:b",
    "a\\b",
    "a?b",
    "a\nb",
    "a\u202egnp.json",
    "e\u0301.json",
    "a b.json",
    "$(touch x).json",
    "a;b.json",
    "-rf.json",
    ".hidden.json",
    "",
  ])("refuses %j", (name) => {
    expect(checkFileName(name)).toBeDefined();
  });
});

describe("collidingNames", () => {
  it("finds names that are one on some file system", () => {
    expect(collidingNames(["Job", "JOB", "job", "Other"])).toEqual([
      ["JOB", "Job"],
      ["job", "Job"],
    ]);
    expect(collidingNames(["caf\u00e9", "cafe\u0301"])).toHaveLength(1);
    expect(collidingNames(["stra\u00dfe", "STRASSE"])).toHaveLength(1);
    expect(collidingNames(["\u212a", "k"])).toHaveLength(1);
    expect(collidingNames(["a", "b", "constructor", "__proto__"])).toEqual([]);
  });
});

describe("hiddenCharacter", () => {
  it("names what nobody sees", () => {
    expect(["a\u202eb", "a\u0000", "a\u200b", "a\u2028", "a\ufeff"].map(hiddenCharacter)).toEqual([
      "U+202E",
      "U+0000",
      "U+200B",
      "U+2028",
      "U+FEFF",
    ]);
    expect(["a b", "é", "漢", "😀"].map(hiddenCharacter)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("isSubjectUrn", () => {
  it("knows a subject with and without version, and nothing else", () => {
    expect(["urn:waybill:cogo.v1:Actor", "urn:waybill:cogo.v1:Actor:12"].map(isSubjectUrn)).toEqual([
      true,
      true,
    ]);
    for (const uri of [
      "urn:waybill:cogo.v1:Actor:0",
      "urn:waybill:cogo.v1:Actor:1:2",
      "urn:waybill:cogo:Actor",
      "urn:waybill:Actor",
      "",
    ])
      expect(isSubjectUrn(uri)).toBe(false);
  });
});
