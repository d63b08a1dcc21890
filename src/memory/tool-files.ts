import { fileURLToPath } from "node:url";

/** Of the packages that have a say in what is judged or generated: another installed version is another tool. */
const packages = [
  "@eslint-community/regexpp",
  "ajv",
  "canonicalize",
  "handlebars",
  "json-schema-to-typescript",
  "recheck",
  "refa",
  "typebox",
  "yaml",
];

/** Files that change when a package this build loads is replaced. */
export function toolFiles(): readonly string[] {
  return packages.map((name) => fileURLToPath(import.meta.resolve(name)));
}
