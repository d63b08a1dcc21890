/** The reference validator (Ajv) behind our own form of errors, and validation of messages by subject. */
export {
  type Compile,
  type CompileOptions,
  compileSchema,
  type Judgement,
  loadCompiler,
  type Note,
  schemaErrors,
  type Validator,
} from "./compile.ts";
export { openEnumValues } from "./open-enum.ts";
export { openValidators, type SubjectValidator, type Validators } from "./subject.ts";
export { type Filter, parseFilter, passes, requirePointer } from "./filter.ts";
export { findFiles } from "./find-files.ts";
export { createProgress } from "./progress.ts";
export { remarkLine, totalsJson, totalsText } from "./print.ts";
export { type Source, validateSource, type Watch } from "./run.ts";
export { openTarget, type Target } from "./target.ts";
export { createTally, type Group, type Tally, type Totals } from "./tally.ts";
