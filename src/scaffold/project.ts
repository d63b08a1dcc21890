import { namespaceFile, type ScaffoldFile, subjectFiles } from "./subject.ts";

/** A project to begin with: settings, a registry with one subject, and what git and a forge should know. */
export function projectFiles(namespace: string): readonly ScaffoldFile[] {
  const registry = [
    namespaceFile(namespace),
    ...subjectFiles({ namespace, name: "Greeting", selector: undefined }),
  ];
  return [
    { path: "waybill.yaml", text: settings },
    ...registry.map(({ path, text }) => ({ path: `registry/${path}`, text })),
    { path: ".gitignore", text: ignored },
    { path: ".gitattributes", text: attributes },
    { path: ".github/workflows/waybill.yaml", text: workflow },
  ];
}

const settings = `version: 1
registry: registry
check: { failOn: error, undecided: error }
generate:
  out: generated
  targets:
    types: {}
    validators: {}
    postcards: {}
`;

const ignored = `node_modules/
# Left behind only where waybill was killed while it wrote; everything else it writes is to be committed.
.waybill-publish
*.waybill-tmp
`;

const attributes = `# Compared byte by byte, so line ends stay as they are written; folded away in reviews.
generated/** text eol=lf linguist-generated
registry/** text eol=lf
`;

const workflow = `name: waybill
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The base of a pull request is read with git.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - name: Check against what is published
        env:
          BASE: \${{ github.base_ref }}
        run: npx waybill check --format github --format text \${BASE:+--against "merge-base:origin/$BASE"}
      - run: npx waybill generate --check
`;
