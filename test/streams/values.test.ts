import { describe, expect, it } from "vitest";
import { type Form, type Item, readValues } from "../../src/streams/index.ts";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function read(text: string, form: Form = "detect"): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const batch of readValues(once(text), { file: "x", form })) found.push(...batch);
  return found;
}

describe("readValues", () => {
  it.each([
    ["one document over several lines", '{\n  "a": [\n    1\n  ]\n}\n', [{ a: [1] }]],
    ["one document on one line", '{"a": 1}', [{ a: 1 }]],
    ["newline-delimited", '{"a": 1}\n\n{"a": 2}\n', [{ a: 1 }, { a: 2 }]],
    ["newline-delimited scalars", "1\n2\n", [1, 2]],
    ["nothing", "\n \n", []],
  ])("reads %s", async (_, text, values) => {
    expect((await read(text)).map((item) => item.value)).toEqual(values);
  });

  it("knows the line of a place in a document", async () => {
    const [item] = await read('\n{\n  "a": {\n    "b": 1\n  }\n}\n');
    expect(item?.lineOf("/a/b")).toBe(4);
  });

  it("counts blank lines, so that numbers are those of an editor", async () => {
    expect((await read("1\n\n3\n")).map((item) => item.line)).toEqual([1, 3]);
  });

  it("goes on after a bad line, and says where it is bad", async () => {
    const items = await read('{"a": 1}\n{"a": }\n{"a": 3}\n', "lines");
    expect(items.map((item) => item.fault?.column)).toEqual([undefined, 7, undefined]);
  });

  it("takes a damaged first line for a line where lines follow it", async () => {
    const items = await read('{"a": 1\n{"a": 2}\n');
    expect(items.map((item) => item.fault === undefined)).toEqual([false, true]);
  });

  it("gives one fault for a document that is none", async () => {
    const items = await read('{\n  "a": 1,\n}\n');
    expect(items.map((item) => [item.fault !== undefined, item.line])).toEqual([[true, 3]]);
  });

  it("refuses two members of one name on a line", async () => {
    const [item] = await read('{"a": 1, "a": 2}\n', "lines");
    expect(item?.fault?.message).toContain('"a"');
  });

  it("knows lines behind blank ones that came alone", async () => {
    const found: Item[] = [];
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("\n\n");
      yield Buffer.from('{\n"a": 1}\n');
    }
    for await (const batch of readValues(slowly(), { file: "x", form: "detect" })) found.push(...batch);
    expect(found.map((item) => [item.line, item.lineOf("/a")])).toEqual([[3, 4]]);
  });
});

describe("JSON blocks of Markdown", () => {
  it.each([
    ["a block", '# T\n\n```json\n{\n  "a": 1\n}\n```\n', [[4, { a: 1 }]]],
    ["another mark, another case", "~~~~ JSON\n1\n~~~\n~~~~\n", [[3, undefined]]],
    ["blocks of other languages left alone", "```js\n1\n```\n```\n2\n```\n```json5\n3\n```\n", []],
    ["a fence inside a longer one", "````md\n```json\n1\n```\n````\n```json\n2\n```\n", [[7, 2]]],
    [
      "a block in a list and in a quotation",
      "- ```json\n  1\n  ```\n> ```json\n> 2\n> ```\n",
      [
        [2, 1],
        [5, 2],
      ],
    ],
    ["a block that is not JSON", "```json\n{a: 1}\n```\n", [[2, undefined]]],
    ["a block that nobody closed", "```json\n1\n", []],
  ])("%s", async (_, text, expected) => {
    const items = await read(text, "markdown");
    expect(items.map((item) => [item.line, item.value])).toEqual(expected);
  });

  it("tell lines of the file for places inside", async () => {
    const [item] = await read('text\n```json\n{\n  "a": {\n    "b": 1\n  }\n}\n```\n', "markdown");
    expect(item?.lineOf("/a/b")).toBe(5);
  });
});
