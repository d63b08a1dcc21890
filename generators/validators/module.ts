import type { Located, SchemaIndex } from "../../src/schema/resources.ts";
import type { Binding } from "./binding.ts";
import { js } from "./quote.ts";
import { emptyScope, enter, type Scope } from "./scope.ts";

/** A schema under a dynamic scope: what one emitted function judges. */
export interface Place {
  readonly located: Located;
  readonly scope: Scope;
}

/** `guard` answers, `track` answers and notes what it evaluated, `collect` adds errors, `declare` notes who declares what. */
export type FunctionKind = "guard" | "track" | "early" | "collect" | "declare";

/** A subject version that has a module of its own, as a reference names it. */
export interface Imported {
  /** Relative path of its module. */
  readonly from: string;
  /** Its exports: the guard, the collector of errors, and the one that notes who declares what. */
  readonly guard: string;
  readonly collect: string;
  readonly declare: string;
}

export interface ModuleOptions {
  readonly assertFormats: boolean;
  readonly formats: ReadonlySet<string>;
  /** Relative path of the runtime folder, e.g. `../../_runtime`. */
  readonly runtime: string;
  readonly imported: (uri: string) => Imported | undefined;
  readonly binding: Binding | undefined;
}

/** The module being written: each function, constant and import once, by what it is. */
export interface Module {
  readonly index: SchemaIndex;
  readonly options: ModuleOptions;
  readonly root: Place;
  /** The name of the function of that kind for a place; it is written when the module is printed. */
  functionFor(kind: FunctionKind, place: Place): string;
  /** Gives the root's function of that kind a name; whoever asks for it gets that. */
  nameRoot(kind: FunctionKind, name: string): void;
  /** The name of a constant holding that expression. */
  constant(prefix: string, expression: string): string;
  /** The local name of an export of a runtime file. */
  runtime(file: string, name: string): string;
  /** The local name of an export of another module. */
  imports(from: string, name: string): string;
  /** A variable name not used before in this module. */
  variable(prefix: string): string;
  /** Functions asked for and not written yet, in the order they were asked for. */
  next(): { readonly kind: FunctionKind; readonly place: Place; readonly name: string } | undefined;
  readonly constants: ReadonlyMap<string, string>;
  readonly importLines: () => readonly string[];
  readonly runtimeFiles: ReadonlySet<string>;
}

const prefixes: Readonly<Record<FunctionKind, string>> = {
  guard: "g",
  track: "t",
  early: "y",
  collect: "c",
  declare: "d",
};

/** @param reserved names the module exports itself */
export function openModule(index: SchemaIndex, options: ModuleOptions, reserved: readonly string[]): Module {
  const names = new Map<Located, Map<string, string>>();
  const queue: { kind: FunctionKind; place: Place; name: string }[] = [];
  const constants = new Map<string, string>();
  const imports = new Map<string, Map<string, string>>();
  const taken = new Set<string>(reserved);
  const runtimeFiles = new Set<string>();
  let functions = 0;
  let variables = 0;
  let written = 0;

  function importName(from: string, name: string): string {
    const file = imports.get(from) ?? new Map<string, string>();
    imports.set(from, file);
    let local = file.get(name);
    if (local === undefined) {
      local = name;
      for (let count = 2; taken.has(local); count++) local = `${name}_${count}`;
      taken.add(local);
      file.set(name, local);
    }
    return local;
  }

  const root: Place = { located: index.root, scope: enter(emptyScope, index.root.resource) };
  return {
    index,
    options,
    root,
    nameRoot(kind, name) {
      const known = names.get(root.located) ?? new Map<string, string>();
      names.set(root.located, known.set(kind + root.scope.key, name));
    },
    functionFor(kind, place) {
      const key = kind + place.scope.key;
      const known = names.get(place.located) ?? new Map<string, string>();
      names.set(place.located, known);
      let name = known.get(key);
      if (name === undefined) {
        name = prefixes[kind] + String(++functions);
        known.set(key, name);
        queue.push({ kind, place, name });
      }
      return name;
    },
    constant(prefix, expression) {
      let name = constants.get(expression);
      if (name === undefined) {
        name = `${prefix}${constants.size + 1}`;
        constants.set(expression, name);
      }
      return name;
    },
    runtime(file, name) {
      runtimeFiles.add(file);
      return importName(`${options.runtime}/${file}.js`, name);
    },
    imports: importName,
    variable: (prefix) => prefix + String(++variables),
    next: () => queue[written++],
    constants,
    importLines: () =>
      [...imports].map(([from, file]) => {
        const list = [...file].map(([name, local]) => (name === local ? name : `${name} as ${local}`));
        return `import { ${list.join(", ")} } from ${js(from)};`;
      }),
    runtimeFiles,
  };
}

/** The same place below: a subschema by its pointer relative to the schema. */
export function below(module: Module, place: Place, relative: string): Place {
  const located = module.index.at(place.located, relative);
  if (located === undefined) throw new TypeError(`no schema at "${place.located.pointer}${relative}"`);
  return {
    located,
    scope: located.resource === place.located.resource ? place.scope : enter(place.scope, located.resource),
  };
}
