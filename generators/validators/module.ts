import type { Located, SchemaIndex } from "../../src/schema/resources.ts";
import type { Binding } from "./binding.ts";
import type { Check } from "./checks.ts";
import type { Member } from "./members.ts";
import { type Place, placeOf } from "./place.ts";
import { js } from "./quote.ts";
import { emptyScope, enter, type Scope } from "./scope.ts";

export type { Place } from "./place.ts";

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
  /** The place of a schema under a dynamic scope; one object for each. */
  place(located: Located, scope: Scope): Place;
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
  /** What each place was found to list, see `membersOf`. */
  readonly members: Map<Place, readonly Member[]>;
  /** The last checks made of a place's text or number, and the value's name in them. */
  readonly checks: Map<
    Place,
    { readonly value: string; readonly text: boolean; readonly checks: readonly Check[] }
  >;
  readonly constants: ReadonlyMap<string, string>;
  readonly importLines: () => readonly string[];
  /** Paths by name without ending. */
  readonly runtimeFiles: ReadonlyMap<string, string>;
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
  const names = new Map<Place, Partial<Record<FunctionKind, string>>>();
  const places = new Map<Located, Map<string, Place>>();
  const queue: { kind: FunctionKind; place: Place; name: string }[] = [];
  const constants = new Map<string, string>();
  const imports = new Map<string, Map<string, string>>();
  const taken = new Set<string>(reserved);
  const runtimeFiles = new Map<string, string>();
  let functions = 0;
  let variables = 0;
  let written = 0;

  function importName(from: string, name: string): string {
    let file = imports.get(from);
    if (file === undefined) {
      file = new Map();
      imports.set(from, file);
    }
    let local = file.get(name);
    if (local === undefined) {
      local = name;
      for (let count = 2; taken.has(local); count++) local = `${name}_${count}`;
      taken.add(local);
      file.set(name, local);
    }
    return local;
  }

  function place(located: Located, scope: Scope): Place {
    let known = places.get(located);
    if (known === undefined) {
      known = new Map();
      places.set(located, known);
    }
    let found = known.get(scope.key);
    if (found === undefined) {
      found = placeOf(located, scope);
      known.set(scope.key, found);
    }
    return found;
  }

  function namesOf(one: Place): Partial<Record<FunctionKind, string>> {
    const known = names.get(one) ?? {};
    names.set(one, known);
    return known;
  }

  const root = place(index.root, enter(emptyScope, index.root.resource));
  return {
    index,
    options,
    root,
    place,
    nameRoot(kind, name) {
      namesOf(root)[kind] = name;
    },
    functionFor(kind, place) {
      const known = namesOf(place);
      let name = known[kind];
      if (name === undefined) {
        name = prefixes[kind] + String(++functions);
        known[kind] = name;
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
      let path = runtimeFiles.get(file);
      if (path === undefined) {
        path = `${options.runtime}/${file}.js`;
        runtimeFiles.set(file, path);
      }
      return importName(path, name);
    },
    imports: importName,
    variable: (prefix) => prefix + String(++variables),
    next: () => queue[written++],
    members: new Map(),
    checks: new Map(),
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
  let found = place.below.get(relative);
  if (found === undefined) {
    const located = module.index.at(place.located, relative);
    if (located === undefined) throw new TypeError(`no schema at "${place.located.pointer}${relative}"`);
    const { scope } = place;
    found = module.place(
      located,
      located.resource === place.located.resource ? scope : enter(scope, located.resource),
    );
    place.below.set(relative, found);
  }
  return found;
}
