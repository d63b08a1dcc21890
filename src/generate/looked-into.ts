import { relative } from "node:path";
import type { Config } from "../config/load.ts";

/** Whether all of the output folder is the tool's, so that what other targets left there is looked for too. */
export function lookedInto({ out, registry, root }: Config): { readonly whole: boolean } {
  return { whole: out !== root && relative(out, registry).startsWith("..") };
}
