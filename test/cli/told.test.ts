import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { published } from "../kit/project.ts";

async function errOf(isTTY: boolean, ...argv: readonly string[]): Promise<string> {
  const { folder } = await published();
  let said = "";
  await main(argv, {
    cwd: folder,
    env: {},
    stdin: Readable.from([]),
    out: { write: () => true },
    err: { write: (text) => (said += text), isTTY },
  });
  return said;
}

it("names each check on a terminal while it runs, and takes the line away", async () => {
  const said = await errOf(true, "check");
  expect(said).toContain("\rchecking: compatibility\r\u001b[K");
  expect(said.endsWith("\r\u001b[K")).toBe(true);
  expect(await errOf(true, "generate")).toContain("generating: 2 versions");
});

it("says nothing to a file, nor where quiet is asked", async () => {
  expect(await errOf(false, "check")).toBe("");
  expect(await errOf(true, "check", "-q")).toBe("");
});
