import { cliPage } from "./cli.ts";
import { decisionsPage } from "./decisions.ts";
import { rulesPage } from "./rules.ts";

export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page under docs/ that is generated. */
export async function pages(): Promise<readonly Page[]> {
  return [
    { path: "docs/cli.md", text: await cliPage() },
    { path: "docs/rules.md", text: rulesPage() },
    { path: "docs/decisions/README.md", text: decisionsPage() },
  ];
}
