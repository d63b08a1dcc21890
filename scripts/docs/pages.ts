import { readFileSync } from "node:fs";
import { againstTable } from "../../src/config/who-decides.ts";
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
    { path: "docs/configuration.md", text: configurationPage() },
    { path: "docs/decisions/README.md", text: decisionsPage() },
  ];
}

/** Written by people, but for the table between the two marks. */
function configurationPage(): string {
  const [begin, end] = ["<!-- begin: who decides, by `npm run docs` -->", "<!-- end: who decides -->"];
  const page = readFileSync("docs/configuration.md", "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error("docs/configuration.md has lost the marks of its table");
  return `${page.slice(0, from)}${begin}\n\n${againstTable()}\n\n${page.slice(to)}`;
}
