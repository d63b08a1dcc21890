import { Readable } from "node:stream";
import { main } from "../../src/cli/main.ts";

/** Runs the command lines it is sent, each in a folder, and answers with exit code and all that was said. */
process.on("message", async ({ cwd, argv }: { cwd: string; argv: readonly string[] }) => {
  let said = "";
  const hear = {
    write: (text: string) => {
      if (said.length < 100_000) said += text;
    },
  };
  const code = await main(argv, { cwd, env: {}, stdin: Readable.from([]), out: hear, err: hear });
  process.send?.({ code, said: said.slice(0, 100_000) });
});
