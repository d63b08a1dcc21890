import { cliPage } from "./cli.ts";

export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page under docs/ that is generated. */
export async function pages(): Promise<readonly Page[]> {
  return [{ path: "docs/cli.md", text: await cliPage() }];
}
