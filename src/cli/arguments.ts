import { WaybillError } from "../errors.ts";
import type { Arguments } from "./command.ts";

/** A flag given once. @throws WaybillError USAGE where it was repeated. */
export function text(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (Array.isArray(value))
    throw new WaybillError("USAGE", `--${kebab(name)} is given more than once`, { hint: "give it once" });
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A positional or flag that must be there; yargs has demanded it. */
export function requiredText(args: Arguments, name: string): string {
  const value = text(args, name);
  if (value === undefined) throw new WaybillError("USAGE", `"${name}" is missing`, { hint: "see --help" });
  return value;
}

/** A repeatable flag or the rest of the positionals. */
export function texts(args: Arguments, name: string): readonly string[] {
  const value = args[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((entry): entry is string => typeof entry === "string");
}

export function flag(args: Arguments, name: string): boolean {
  return args[name] === true;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
