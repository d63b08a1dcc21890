import { WaybillError } from "../errors.ts";
import type { Finding } from "../model.ts";
import type { Check, CheckContext } from "./context.ts";
import { malformed } from "./malformed.ts";

export interface CheckRun {
  readonly findings: readonly Finding[];
  /** Per check: findings and milliseconds, for people who wait. */
  readonly checks: readonly {
    readonly name: string;
    readonly findings: number;
    readonly milliseconds: number;
  }[];
}

/** Runs the checks one after the other and gathers what they find. */
export async function runChecks(context: CheckContext, chosen: readonly Check[]): Promise<CheckRun> {
  const findings: Finding[] = [];
  const timings: { name: string; findings: number; milliseconds: number }[] = [];
  for (const check of chosen) {
    const start = performance.now();
    const found = await findingsOf(check, context);
    findings.push(...found);
    timings.push({ name: check.name, findings: found.length, milliseconds: performance.now() - start });
  }
  return { findings, checks: timings };
}

/** What one check could not read or generate hides nothing that the others find. */
async function findingsOf(check: Check, context: CheckContext): Promise<readonly Finding[]> {
  try {
    return await check.run(context);
  } catch (error) {
    if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
    return [malformed(error)];
  }
}
