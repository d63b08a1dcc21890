import yargs from "yargs";
import type { Command } from "./command.ts";
import { globalOptions } from "./parser.ts";

/** One option or positional, as yargs holds it. */
export interface Parameter {
  readonly name: string;
  readonly positional: boolean;
  /** Takes no value. */
  readonly flag: boolean;
  readonly choices: readonly string[];
}

/** What a command takes; the options of every command where none is named. */
export function parametersOf(command: Command | undefined): readonly Parameter[] {
  const start = globalOptions(yargs().help());
  const held: unknown = command === undefined ? start : command.options(start);
  if (!isTable(held)) return [];
  const { key, boolean, choices } = held.getOptions();
  const positionals = held.getGroups()["Positionals:"] ?? [];
  return Object.keys(key).map((name) => ({
    name,
    positional: positionals.includes(name),
    flag: boolean.includes(name),
    choices: Object.hasOwn(choices, name) ? (choices[name] ?? []) : [],
  }));
}

/** What yargs knows and its types leave out. */
interface Table {
  getOptions(): {
    readonly key: Readonly<Record<string, boolean>>;
    readonly boolean: readonly string[];
    readonly choices: Readonly<Record<string, readonly string[]>>;
  };
  getGroups(): Readonly<Record<string, readonly string[]>>;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && "getOptions" in value && "getGroups" in value;
}
