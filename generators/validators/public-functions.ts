import { versionStatements } from "./binding.ts";
import type { exportNames } from "./export-names.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";

/** What a subject's users call besides `isX`: errors, assertions, parsing, and the writer's form of them. */
export function publicFunctions(
  module: Module,
  names: ReturnType<typeof exportNames>,
  title: string,
  recursive: boolean,
): readonly string[] {
  const assertNone = module.runtime("invalid", "assertNone");
  const parse = module.runtime("invalid", "parse");
  const undeclared = module.runtime("declared", "rejectUndeclared");
  const out: string[] = [];
  const add = (...code: readonly string[]) => out.push(code.join("\n"));
  const unpolluted = module.runtime("object", "unpolluted");
  if (recursive) {
    const collect = module.runtime("deep", "collectDeep");
    add(
      `export function ${names.validate}(value) {`,
      `return ${names.is}(value) ? [] : ${collect}(${names.collect}, value);`,
      "}",
    );
  } else {
    add(
      `export function ${names.validate}(value) {`,
      "const errors = [];",
      `if (!${names.is}(value)) ${names.collect}(${unpolluted}(value), "", errors);`,
      "return errors;",
      "}",
    );
  }
  add(
    `export function ${names.assert}(value) {`,
    `${assertNone}(${js(title)}, ${names.validate}(value));`,
    "}",
  );
  add(
    `export function ${names.parse}(text) {`,
    `const value = ${parse}(${js(title)}, text);`,
    `${names.assert}(value);`,
    "return value;",
    "}",
  );
  add(
    `export function ${names.validateWrite}(value) {`,
    `const errors = ${names.validate}(value);`,
    "if (errors.length > 0) return errors;",
    "const places = new Map();",
    `${names.declare}(${unpolluted}(value), "", places);`,
    `${undeclared}(errors, "", ${unpolluted}(value), places);`,
    "return errors;",
    "}",
  );
  add(
    `export function ${names.assertWrite}(value) {`,
    `${assertNone}(${js(title)}, ${names.validateWrite}(value));`,
    "}",
  );
  const { binding } = module.options;
  const version = binding && versionStatements(module, binding);
  if (version !== undefined) add(`export function ${names.payloadVersion}(value) {`, version, "}");
  return out;
}
