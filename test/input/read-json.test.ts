import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WaybillError } from "../../src/errors.ts";
import { bounds, readJson, readJsonLine } from "../../src/input/index.ts";
import { valueAt } from "../../src/schema/pointer.ts";

const registry = { file: "a.json", profile: "registry" } as const;
const loose = { file: "a.json", profile: "loose" } as const;

function refusal(act: () => unknown): WaybillError {
  try {
    act();
  } catch (error) {
    if (error instanceof WaybillError) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("readJson", () => {
  it("reads what JSON.parse reads, however it is spaced and escaped", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readJson(text, loose).value).toEqual(JSON.parse(text));
        expect(readJson(Buffer.from(text), loose).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("takes numbers that mean the same when written again, and says what -0 is: zero", () => {
    const { value } = readJson(
      "[1.0, 1e2, 0.10, -0, 1E+2, 100000000000000000000, 5e-324, 9007199254740992]",
      registry,
    );
    expect(value).toEqual([1, 100, 0.1, -0, 100, 1e20, 5e-324, 9007199254740992]);
    expect(JSON.stringify(value)).toContain("[1,100,0.1,0,");
  });

  it("takes every number that JavaScript writes", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readJson(JSON.stringify(number), registry).value).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it("takes seventeen digits of a double as other writers print them, but only loosely", () => {
    expect(readJson("0.10000000000000001", loose).value).toBe(0.1);
    expect(refusal(() => readJson("0.10000000000000001", registry)).message).toMatch(
      /changes when it is read/,
    );
    expect(refusal(() => readJson("0.100000000000000012", loose)).message).toMatch(/changes/);
  });

  it("keeps names of Object.prototype as ordinary members", () => {
    const { value } = readJson('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3, "": 4}', registry);
    expect(Object.keys(value ?? {})).toEqual(["__proto__", "constructor", "toString", ""]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each(["registry", "loose"] as const)(
    "holds the bounds of the %s profile, and takes what just fits",
    (profile) => {
      const { bytes, depth, nodes } = bounds[profile];
      const read = (text: string) => readJson(text, { file: "a.json", profile });
      read("[".repeat(depth) + "]".repeat(depth));
      expect(refusal(() => read("[".repeat(depth + 1) + "]".repeat(depth + 1))).place.column).toBe(depth + 1);
      read(`[${"0,".repeat(nodes - 2)}0]`);
      expect(refusal(() => read(`[${"0,".repeat(nodes - 1)}0]`)).message).toContain(`${nodes} values`);
      read(`"${"a".repeat(bytes - 2)}"`);
      expect(refusal(() => read(`"${"é".repeat(bytes / 2)}"`)).message).toContain(`${bytes} allowed`);
    },
  );

  it("does not overflow the stack, whatever the nesting", () => {
    const deep = refusal(() => readJson('{"a":['.repeat(1_000_000), loose));
    expect(deep.message).toMatch(/nested/);
    expect(deep.place.pointer).toBe("/a/0".repeat(128));
  });

  it("bounds what an index by pointer would hold", () => {
    const long = "k".repeat(600_000);
    const many = `{"${long}": [${"0,".repeat(10_000)}0]}`;
    expect(refusal(() => readJson(many, registry)).message).toContain("names");
    readJson(`{"${long}": [0, 0, 0]}`, registry);
  });

  it("shows a hostile name escaped and cut", () => {
    const name = `\\u001b[2J${"x".repeat(1000)}`;
    const { message } = refusal(() => readJson(`{"${name}": 1, "${name}": 2}`, registry));
    expect(message).toMatch(/^member "\\u001b\[2Jx+…" appears twice$/);
  });
});

describe("place", () => {
  it("finds the line and column of every value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t"), (value, space) => {
        const text = JSON.stringify({ first: [0, '}]{[\\"', { "": 1 }], value }, null, space);
        const document = readJson(text, loose);
        for (const pointer of pointers(document.value)) {
          const { line, column } = document.place(pointer);
          const rest = text
            .split("\n")
            .slice(line - 1)
            .join("\n")
            .slice(column - 1);
          expect(begins(rest)).toEqual(begins(JSON.stringify(valueAt(document.value, pointer), null, space)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("falls back to the nearest ancestor that exists", () => {
    const document = readJson('{\n  "a": [1,\n    {"b": 2}]\n}\n', registry);
    expect(document.place("/a/1/b")).toEqual({ file: "a.json", line: 3, column: 11 });
    expect(document.place("/a/1/c/d")).toEqual({ file: "a.json", line: 3, column: 5 });
    expect(document.place("/a/length")).toEqual({ file: "a.json", line: 2, column: 8 });
    expect(document.place("/a/9")).toEqual({ file: "a.json", line: 2, column: 8 });
    expect(document.place("no pointer")).toEqual({ file: "a.json", line: 1, column: 1 });
    expect(document.place("/__proto__")).toEqual({ file: "a.json", line: 1, column: 1 });
  });

  it("counts the line ends editors count", () => {
    expect(readJson('{"a":\r\n1,\r"b":\n2}', registry).place("/b")).toEqual({
      file: "a.json",
      line: 4,
      column: 1,
    });
  });
});

describe("readJsonLine", () => {
  it("returns what is wrong instead of throwing it, with its column and pointer", () => {
    expect(readJsonLine('{"a": 1}')).toEqual({ value: { a: 1 } });
    const { error } = readJsonLine('{"a": {"b": 1, "b": 2}}');
    expect(error).toMatchObject({ message: 'member "b" appears twice', column: 16, pointer: "/a/b" });
    expect(readJsonLine("").error?.message).toMatch(/empty/);
    expect(readJsonLine("\ufeff{}").error).toBeDefined();
    expect(readJsonLine('"\ud800"').error?.column).toBe(2);
    expect(readJsonLine("[".repeat(1_000_000)).error?.message).toMatch(/nested/);
  });
});

function pointers(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [at, ...names.flatMap((name) => pointers(Reflect.get(value, name), `${at}/${token(String(name))}`))];
}

function token(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The first mark of a value, whatever its indentation. */
function begins(text: string): string {
  return /^(?:"(?:[^"\\]|\\.)*"|[{[]\s*|[^\s,\]}]+)/.exec(text)?.[0].trim() ?? "nothing";
}
