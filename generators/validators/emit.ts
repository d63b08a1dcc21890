import { WaybillError } from "../../src/errors.ts";
import type { SchemaIndex } from "../../src/schema/resources.ts";
import { type Binding, bindingDeclarations } from "./binding.ts";
import { declarations } from "./declared.ts";
import { exportNames } from "./export-names.ts";
import { recurses } from "./graph.ts";
import { type Imported, type Module, openModule } from "./module.ts";
import { indent, printFunction } from "./print.ts";
import { publicFunctions } from "./public-functions.ts";

export interface EmitOptions {
  /** What the exports are named after: `Job` gives `isJob`. An identifier. */
  readonly name: string;
  /** How the subject is called in messages. */
  readonly title: string;
  readonly header: string;
  readonly formats: ReadonlySet<string>;
  readonly assertFormats: boolean;
  readonly runtime: string;
  readonly imported: (uri: string) => Imported | undefined;
  readonly binding: Binding | undefined;
  /** Only the guard and `is`. */
  readonly guardOnly?: boolean | undefined;
}

export interface Emitted {
  readonly text: string;
  /** Runtime files it imports, without ending. */
  readonly runtime: ReadonlySet<string>;
}

/**
 * The module of one schema.
 * @throws WaybillError where a reference points to nothing or to itself, a pattern is no regular expression, or the name
 * is no identifier.
 */
export function emitModule(index: SchemaIndex, options: EmitOptions): Emitted {
  if (!/^[A-Za-z_$][\w$]*$/.test(options.name)) {
    throw new WaybillError("USAGE", `"${options.name}" cannot be the name of a validator`, {
      hint: "name it with letters, digits and _, not starting with a digit",
    });
  }
  const names = exportNames(options.name);
  const module = openModule(index, options, Object.values(names));
  const recursive = recurses(module, module.root);
  const { binding } = options;
  if (binding === undefined) {
    module.nameRoot("guard", names.guard);
    module.nameRoot("collect", names.collect);
    module.nameRoot("declare", names.declare);
  }
  const exported = [
    `// What ${names.is} asks, and other modules of theirs: whether v is accepted.\nexport ${printFunction(module, "guard", module.root, names.guard, true)}`,
    isFunction(module, names, recursive),
  ];
  if (!options.guardOnly) {
    exported.push(
      `// Adds to e what is wrong with v, which stands at the pointer p.\nexport ${printFunction(module, "collect", module.root, names.collect, true)}`,
      `// Notes in d who declares which members of an accepted v, for writers.\nexport ${declareFunction(module, names.declare)}`,
      ...publicFunctions(module, names, options.title, recursive),
    );
  }
  const inner: string[] = [];
  for (let task = module.next(); task !== undefined; task = module.next()) {
    inner.push(printFunction(module, task.kind, task.place, task.name));
  }
  const constants = [...module.constants].map(([expression, name]) => `const ${name} = ${expression};`);
  const parts = [module.importLines().join("\n"), constants.join("\n"), ...exported, ...inner].filter(
    (part) => part !== "",
  );
  return {
    text: `${options.header}\n${indent(parts.join("\n\n"))}\n`,
    runtime: new Set(module.runtimeFiles.keys()),
  };
}

function declareFunction(module: Module, name: string): string {
  const { binding } = module.options;
  const bound = binding === undefined ? [] : bindingDeclarations(module, binding);
  return [`function ${name}(v, p, d) {`, declarations(module, module.root), ...bound, "}"]
    .filter((line) => line !== "")
    .join("\n");
}

function isFunction(module: Module, names: ReturnType<typeof exportNames>, recursive: boolean): string {
  const answer = recursive
    ? `${module.runtime("deep", "refuseDeep")}(${names.guard}, value)`
    : `${names.guard}(${module.runtime("object", "unpolluted")}(value))`;
  return `export function ${names.is}(value) {\nreturn ${answer};\n}`;
}
