import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { project } from "../kit/project.ts";

it("writes lines of some length on a terminal that nobody gave a size", async () => {
  let said = "";
  const code = await main(["check"], {
    cwd: project().folder,
    env: {},
    stdin: Readable.from([]),
    out: { write: (text: string) => (said += text), columns: 0 },
    err: { write: () => true },
  });
  expect(code).toBe(100);
  expect(said).toContain(" in 2 subjects");
});
