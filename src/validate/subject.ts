import { WaybillError } from "../errors.ts";
import type { Json, KindBinding, Registry, Schema, Subject, ValidationError } from "../model.ts";
import { bindingOf } from "../registry/binding.ts";
import { append, valueAt } from "../schema/pointer.ts";
import type { Judgement, Note } from "./compile.ts";
import { versionByHash } from "./hash.ts";
import { disagreements, type SchemaBlock, schemaBlockOf } from "./kind.ts";
import { judgeOwnBlock, namesItself } from "./own-block.ts";
import { type JudgingSchema, openSchemas, type Schemas, type SchemasOptions } from "./schemas.ts";
import { selectVersion } from "./select.ts";

/** Judges instances of one subject: its schema, then the payload by kind. Pointers start at the instance's root. */
export interface SubjectValidator {
  /** `cogo.v1/JobStarted@2`, or the subject's address where it is judged by its unpublished draft. */
  readonly address: string;
  readonly subject: Subject;
  judge(instance: Json): Judgement;
}

export interface Validators {
  /**
   * The validator for an address; compiled when first asked for, then kept.
   * @throws WaybillError USAGE for an unknown subject or version, MALFORMED where a schema cannot be compiled.
   */
  of(address: string): SubjectValidator;
}

/** Validators over a registry. */
export async function openValidators(registry: Registry, options: SchemasOptions = {}): Promise<Validators> {
  const schemas = await openSchemas(registry, options);
  const opened = new Map<string, SubjectValidator>();
  return {
    of: (address) => {
      const known = opened.get(address);
      if (known !== undefined) return known;
      const { subject, version } = selectVersion(registry, address);
      const schema = version ?? schemas.newest(subject);
      schemas.open(schema);
      const entry: SubjectValidator = {
        address: schema.address,
        subject,
        judge: withOwnBlock(registry, subject, schema.schema, (instance) =>
          judge({ registry, schemas }, schema, instance, 0),
        ),
      };
      opened.set(address, entry);
      return entry;
    },
  };
}

/** The judge of a document, and of the version it says it follows. */
function withOwnBlock(
  registry: Registry,
  subject: Subject,
  schema: Schema,
  judge: (instance: Json) => Judgement,
): (instance: Json) => Judgement {
  if (bindingOf(schema)?.schema !== undefined || !namesItself(schema, subject)) return judge;
  return (instance) => {
    const { errors, notes } = judge(instance);
    const said = judgeOwnBlock(registry, subject, instance);
    const told = new Set(errors.map(({ pointer }) => pointer));
    return {
      errors: [...errors, ...said.errors.filter(({ pointer }) => !told.has(pointer))],
      notes: [...notes, ...said.notes],
    };
  };
}

interface Context {
  readonly registry: Registry;
  readonly schemas: Schemas;
}

/** Envelopes in envelopes are followed this deep; a subject bound to itself would not end. */
const deepest = 8;

function judge(context: Context, schema: JudgingSchema, instance: Json, depth: number): Judgement {
  const { judge: judgeOwn, binding } = context.schemas.open(schema);
  const own = judgeOwn(instance);
  if (binding === undefined || depth >= deepest) return own;
  const kind = valueAt(instance, binding.discriminator);
  if (typeof kind !== "string") return own;
  const address = Object.hasOwn(binding.map, kind) ? binding.map[kind] : undefined;
  if (address === undefined) return { ...own, notes: [...own.notes, ...unknownKind(binding, kind, own)] };
  const subject = context.registry.subjects.get(address);
  if (subject === undefined) {
    const message = `kind "${kind}" is bound to ${address}, which the registry does not have`;
    throw new WaybillError("MALFORMED", message, { hint: "run `waybill check`, which names the place" });
  }
  const block = schemaBlockOf(instance, binding);
  const disagreeing = disagreements(block, kind, address);
  const chosen = payloadSchema(context, subject, block);
  const payload = valueAt(instance, binding.payload);
  const inner = payload === undefined ? nothing : judge(context, chosen.schema, payload, depth + 1);
  const innerErrors = inner.errors.map((error) => below(binding.payload, error));
  return {
    errors: [
      ...own.errors,
      // A hash of another subject is said once, where kind and name disagree already.
      ...(disagreeing.length > 0 ? disagreeing : chosen.said.errors),
      ...innerErrors.filter((error) => !own.errors.some((said) => isSame(said, error))),
    ],
    notes: [...own.notes, ...chosen.said.notes, ...inner.notes.map((note) => below(binding.payload, note))],
  };
}

const nothing: Judgement = { errors: [], notes: [] };

/** The version whose hash the envelope names; the newest where it names none, or a wrong one. */
function payloadSchema(
  { registry, schemas }: Context,
  subject: Subject,
  { hash, pointer }: SchemaBlock,
): { readonly schema: JudgingSchema; readonly said: Judgement } {
  if (hash === undefined) return { schema: schemas.newest(subject), said: nothing };
  const { version, error } = versionByHash(registry, subject, hash, append(pointer, "hash"));
  if (version === undefined) return { schema: schemas.newest(subject), said: { errors: [error], notes: [] } };
  const notes = version.withdrawn
    ? [{ pointer: append(pointer, "hash"), message: `${version.address} is withdrawn` }]
    : [];
  return { schema: version, said: { errors: [], notes } };
}

/** Where the kinds are a closed list, or the list has its note already, there is nothing more to say. */
function unknownKind({ discriminator }: KindBinding, kind: string, own: Judgement): Note[] {
  const said = [...own.errors, ...own.notes].some(({ pointer }) => pointer === discriminator);
  return said
    ? []
    : [{ pointer: discriminator, message: `kind ${JSON.stringify(kind)} is bound to no payload here` }];
}

/** Envelope and payload may both say of the payload that it is no object. */
function isSame(a: ValidationError, b: ValidationError): boolean {
  return a.pointer === b.pointer && a.message === b.message;
}

function below<T extends { readonly pointer: string }>(pointer: string, item: T): T {
  return pointer === "" ? item : { ...item, pointer: pointer + item.pointer };
}
