import type { Check } from "../check/context.ts";
import type { Io } from "./command.ts";

/** The same checks, each naming itself on a terminal while it runs. */
export function told(checks: readonly Check[], io: Io): readonly Check[] {
  return checks.map((check) => ({
    ...check,
    run: (context) => during(io, `checking: ${check.name}`, async () => check.run(context)),
  }));
}

/** Says what is being done for as long as it is done, in a line that leaves nothing behind. */
export async function during<T>(io: Io, what: string, work: () => Promise<T>): Promise<T> {
  if (!io.interactive) return work();
  io.err(`\r${what}`);
  try {
    return await work();
  } finally {
    io.err("\r\u001b[K");
  }
}
