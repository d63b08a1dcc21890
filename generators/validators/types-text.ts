import type { exportNames } from "./export-names.ts";

/** The declarations of a subject's module. */
export function typesText(options: {
  readonly header: string;
  readonly names: ReturnType<typeof exportNames>;
  /** The TypeScript type of an accepted value. */
  readonly type: string;
  readonly imports: readonly string[];
  readonly runtime: string;
  readonly extra: readonly string[];
  readonly guardOnly?: boolean | undefined;
}): string {
  const { names, type } = options;
  const guard = [
    "",
    "/** Whether a value is accepted. Takes no memory where it is. */",
    `export declare function ${names.is}(value: unknown): value is ${type};`,
  ];
  // A subject may be called so too.
  const error = type === "ValidationError" ? "Rejection" : "ValidationError";
  const imported = error === "ValidationError" ? error : `ValidationError as ${error}`;
  if (options.guardOnly) return [options.header, ...options.imports, ...guard, ""].join("\n");
  return [
    options.header,
    ...options.imports,
    `import type { ${imported} } from "${options.runtime}/errors.js";`,
    ...guard,
    "/** Every error; empty where the value is accepted. */",
    `export declare function ${names.validate}(value: unknown): ${error}[];`,
    "/** @throws InvalidError where the value is not accepted. */",
    `export declare function ${names.assert}(value: unknown): asserts value is ${type};`,
    "/** @throws InvalidError where the text is not JSON, or its value is not accepted. */",
    `export declare function ${names.parse}(text: string): ${type};`,
    "/** For writers: besides every error, one for each member that the schema does not declare where it stands. */",
    `export declare function ${names.validateWrite}(value: unknown): ${error}[];`,
    "/** @throws InvalidError where a writer may not write the value. */",
    `export declare function ${names.assertWrite}(value: unknown): asserts value is ${type};`,
    ...options.extra,
    "",
  ].join("\n");
}
