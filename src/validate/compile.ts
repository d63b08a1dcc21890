import type { Ajv, ErrorObject } from "ajv";
import { WaybillError } from "../errors.ts";
import type { Dialect, Json, JsonObject, Schema, ValidationError } from "../model.ts";
import { loadAjv } from "./ajv.ts";
import { condense } from "./condense.ts";
import { sayError } from "./message.ts";
import { withoutRepeated } from "./repeated.ts";
import { markOpenEnums, openEnumKeyword } from "./open-enum.ts";

/** Something worth knowing of a valid instance; never an error. */
export interface Note {
  /** JSON Pointer into the instance. */
  readonly pointer: string;
  readonly message: string;
}

export interface Judgement {
  /** Condensed for people: one failed union is one thing. Empty where the instance is valid. */
  readonly errors: readonly ValidationError[];
  /** Unknown values of open enums and the like. */
  readonly notes: readonly Note[];
}

/** One schema, compiled by the reference validator. */
export interface Validator {
  isValid(instance: Json): boolean;
  judge(instance: Json): Judgement;
  /** Every error of every branch, in the reference validator's own order. */
  allErrors(instance: Json): readonly ValidationError[];
}

export interface CompileOptions {
  /** Schemas that references may name, by URI. Frozen versions need none: they are self-contained. */
  readonly references?: ReadonlyMap<string, Schema>;
}

/** @throws WaybillError MALFORMED where the schema cannot be compiled: an unresolved reference, a bad pattern. */
export type Compile = (schema: Schema, options?: CompileOptions) => Validator;

/** Loads the reference validator of a dialect; what it returns compiles at once. */
export async function loadCompiler(dialect: Dialect): Promise<Compile> {
  const makeAjv = await loadAjv(dialect);
  return (schema, { references = new Map() } = {}) => {
    const ajv = makeAjv();
    const notes: Note[] = [];
    noteOpenEnums(ajv, notes);
    try {
      const prepare = (one: Schema) => writable(markOpenEnums(withoutRepeated(one, dialect), dialect));
      for (const [uri, reference] of references) ajv.addSchema(prepare(reference), uri);
      return validator(ajv.compile(prepare(schema)), notes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new WaybillError("MALFORMED", `the schema cannot be compiled: ${reason}`, {
        hint: "run `waybill check`, which names the place",
        cause: error,
      });
    }
  };
}

/** Compiles one schema. @throws WaybillError as `Compile` does. */
export async function compileSchema(
  schema: Schema,
  dialect: Dialect,
  options?: CompileOptions,
): Promise<Validator> {
  return (await loadCompiler(dialect))(schema, options);
}

const metaSchemas = new Map<Dialect, Promise<Ajv>>();

/** What the dialect's meta-schema says against a schema, with pointers into it. Empty where it is well-formed. */
export async function schemaErrors(schema: Schema, dialect: Dialect): Promise<readonly ValidationError[]> {
  const pending = metaSchemas.get(dialect) ?? loadAjv(dialect).then((make) => make());
  metaSchemas.set(dialect, pending);
  const ajv = await pending;
  if (typeof schema === "boolean" || ajv.validateSchema({ ...schema }) === true) return none;
  return condense(ajv.errors ?? []).map(toError);
}

interface Validate {
  (instance: unknown): unknown;
  errors?: ErrorObject[] | null;
}

function validator(validate: Validate, notes: Note[]): Validator {
  const run = (instance: Json): readonly ErrorObject[] => {
    notes.length = 0;
    return validate(instance) === true ? none : (validate.errors ?? none);
  };
  return {
    isValid: (instance) => run(instance).length === 0,
    allErrors: (instance) => run(instance).map(toError),
    judge: (instance) => {
      const errors = run(instance);
      return {
        errors: errors.length === 0 ? none : condense(errors).map(toError),
        notes: notes.length === 0 ? none : notes.slice(),
      };
    },
  };
}

const none: readonly never[] = [];

function noteOpenEnums(ajv: Ajv, notes: Note[]): void {
  ajv.addKeyword({
    keyword: openEnumKeyword,
    type: "string",
    compile: (values: readonly string[]) => {
      const known = new Set(values);
      return (data: string, context?: { instancePath: string }) => {
        if (!known.has(data)) {
          const message = `value ${JSON.stringify(data)} is new to this open list`;
          notes.push({ pointer: context?.instancePath ?? "", message });
        }
        return true;
      };
    },
  });
}

/** Ajv's types ask for mutable schemas; it does not write into them. */
function writable(schema: Schema): boolean | { [name: string]: unknown } {
  return typeof schema === "boolean" ? schema : { ...schema };
}

function toError(error: ErrorObject): ValidationError {
  const keyword = error.keyword === "false schema" ? "false" : error.keyword;
  return {
    pointer: error.instancePath,
    keyword,
    message: sayError({ keyword, params: error.params, schema: error.schema }),
    params: asJson(error.params),
  };
}

function asJson(params: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify(params));
}
