import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, readLines } from "../../src/streams/index.ts";

async function* chunks(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function read(...parts: readonly (Uint8Array | string)[]): Promise<readonly Line[]> {
  const bytes = parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
  const found: Line[] = [];
  for await (const batch of readLines(chunks(bytes))) found.push(...batch);
  return found;
}

describe("readLines", () => {
  it("gives the same lines however the bytes arrive", async () => {
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n", "\r\n", "é", "𝄞", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.array(fc.nat(40)), async (pieces, cuts) => {
        const text = Buffer.from(pieces.join("")).toString();
        const bytes = Buffer.from(text);
        const parts: Uint8Array[] = [];
        let at = 0;
        for (const cut of cuts) {
          parts.push(bytes.subarray(at, at + cut));
          at += cut;
        }
        parts.push(bytes.subarray(at));
        const expected = text.split("\n");
        if (expected.at(-1) === "") expected.pop();
        const lines = await read(...parts);
        expect(lines.map((line) => line.text)).toEqual(expected.map((line) => line.replace(/\r$/, "")));
        expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
      }),
      { numRuns: 200 },
    );
  });

  it("says where a writer was stopped", async () => {
    expect((await read("a\nb")).map((line) => line.terminated)).toEqual([true, false]);
    expect((await read("a\nb\n")).map((line) => line.terminated)).toEqual([true, true]);
  });

  it("blames only the line whose bytes are not UTF-8", async () => {
    const lines = await read(
      Buffer.concat([Buffer.from("good\nb"), Buffer.from([0xc3, 0x28]), Buffer.from("\nfine\n")]),
    );
    expect(lines.map((line) => line.fault !== undefined)).toEqual([false, true, false]);
    expect(lines.map((line) => line.text)).toEqual(["good", "", "fine"]);
  });

  it("does not hold a line of more than 16 MiB, and goes on after it", async () => {
    const mebibyte = "x".repeat(1 << 20);
    const lines = await read("first\n", ...Array.from({ length: 17 }, () => mebibyte), "end\nlast\n");
    expect(lines.map((line) => line.fault ?? line.text)).toEqual([
      "first",
      "the line is longer than 16 MiB",
      "last",
    ]);
    expect(lines.map((line) => line.number)).toEqual([1, 2, 3]);
  });
});
