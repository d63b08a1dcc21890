import { WaybillError } from "../errors.ts";
import { evaluator } from "../evaluate/index.ts";
import { breaches, declaredInvariants } from "../invariants/index.ts";
import { limits, longerThan, outOfTime, within } from "../limits/index.ts";
import type { Dialect, Json, KindBinding, Registry, Schema, Subject, ValidationError } from "../model.ts";
import { bindingOf } from "../registry/binding.ts";
import { candidates } from "../registry/candidates.ts";
import { type Compile, type Judgement, loadCompiler } from "./compile.ts";

/** A schema to judge by: a frozen version, or a draft as it would be frozen. */
export interface JudgingSchema {
  readonly address: string;
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** One of them, compiled. */
export interface OpenSchema {
  judge(instance: Json): Judgement;
  readonly binding: KindBinding | undefined;
}

export interface Schemas {
  /** The newest version that is not withdrawn, else the draft. @throws WaybillError MALFORMED where there is neither. */
  newest(subject: Subject): JudgingSchema;
  /** Compiled when first asked for. @throws WaybillError MALFORMED where that fails. */
  open(schema: JudgingSchema): OpenSchema;
}

export interface SchemasOptions {
  /** Judge as a writer: members that no accepting schema declares are errors too. */
  readonly writer?: boolean;
}

/** The schemas of a registry, ready to judge. Loads the reference validator of every dialect the registry uses. */
export async function openSchemas(registry: Registry, { writer = false }: SchemasOptions): Promise<Schemas> {
  const compilers = await loadCompilers(registry);
  const opened = new Map<string, OpenSchema>();
  let drafts: ReadonlyMap<string, JudgingSchema> | undefined;
  return {
    open: ({ address, schema, dialect }) => {
      const known = opened.get(address);
      if (known !== undefined) return known;
      const compile = compilers.get(dialect);
      if (compile === undefined) throw new Error(`no compiler of ${dialect} was loaded`);
      const compiled = within(limits.validate, () => compile(schema));
      if (compiled === outOfTime) {
        throw new WaybillError("MALFORMED", `compiling ${address} takes ${longerThan(limits.validate)}`, {
          hint: "run `waybill check`; split the schema, or take branches and references out of it",
        });
      }
      const { judge } = compiled;
      const judging = writer ? asWriter(judge, schema, dialect) : judge;
      const entry = { judge: keepingRules(judging, schema), binding: bindingOf(schema) };
      opened.set(address, entry);
      return entry;
    },
    newest: (subject) => {
      const version = subject.versions.findLast(({ withdrawn }) => !withdrawn);
      if (version !== undefined) return version;
      drafts ??= draftsOf(registry);
      const draft = drafts.get(subject.address);
      if (draft !== undefined) return draft;
      throw new WaybillError(
        "MALFORMED",
        `${subject.address} has neither a version nor a draft that can be read`,
        {
          hint: "run `waybill check`, which names the place",
        },
      );
    },
  };
}

async function loadCompilers(registry: Registry): Promise<ReadonlyMap<Dialect, Compile>> {
  const dialects = new Set<Dialect>();
  for (const { draft, versions } of registry.subjects.values()) {
    if (draft !== undefined) dialects.add(draft.dialect);
    for (const version of versions) dialects.add(version.dialect);
  }
  const load = async (dialect: Dialect) => [dialect, await loadCompiler(dialect)] as const;
  return new Map(await Promise.all([...dialects].map(load)));
}

/** Every draft as it would be frozen: its references need what it would pin. */
function draftsOf(registry: Registry): ReadonlyMap<string, JudgingSchema> {
  return new Map(
    candidates(registry).inOrder.map(({ subject: { address }, draft, frozen }) => {
      return [address, { address, schema: frozen.schema, dialect: draft.dialect }];
    }),
  );
}

/** Rules between members are judged of what the schema accepts: elsewhere they would say the same again. */
function keepingRules(judge: OpenSchema["judge"], schema: Schema): OpenSchema["judge"] {
  const { invariants } = declaredInvariants(schema);
  if (invariants.length === 0) return judge;
  return (instance) => {
    const judgement = judge(instance);
    return judgement.errors.length > 0
      ? judgement
      : { errors: breaches(invariants, instance), notes: judgement.notes };
  };
}

function asWriter(judge: OpenSchema["judge"], schema: Schema, dialect: Dialect): OpenSchema["judge"] {
  const { declaredMembers } = evaluator(schema, { dialect });
  return (instance) => {
    const judgement = judge(instance);
    if (judgement.errors.length > 0) return judgement;
    const errors = (declaredMembers(instance) ?? []).flatMap(({ pointer, undeclared }) =>
      undeclared.map((name): ValidationError => {
        const message = `member "${name}" is not declared, so no writer may put it here`;
        return { pointer, keyword: "undeclared", message, params: { member: name } };
      }),
    );
    return { errors, notes: judgement.notes };
  };
}
