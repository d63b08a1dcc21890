import { resolve } from "node:path";
import { commands } from "./commands/index.ts";
import { type Parameter, parametersOf } from "./grammar.ts";
import { commandIn, nameOf } from "./parser.ts";
import { words } from "./words.ts";

/**
 * What a shell may offer for the last of `typed` (`waybill`, then the words so far): commands, options, choices, and the
 * project's own words, such as its subjects. Nothing where files are meant: the shell knows those.
 */
export async function complete(typed: readonly string[], cwd: string): Promise<readonly string[]> {
  const current = typed.at(-1) ?? "";
  const offered = await offers(typed.slice(1, -1), current, cwd);
  return offered.filter((word) => word.startsWith(current));
}

async function offers(before: readonly string[], current: string, cwd: string): Promise<readonly string[]> {
  const command = commandIn(before);
  const parameters = parametersOf(command);
  const options = parameters.filter(({ positional }) => !positional);
  if (current.startsWith("-")) return options.map(({ name }) => `--${name}`);
  const waiting = optionBefore(before.at(-1) ?? "", options);
  if (waiting === undefined && command === undefined) return commands.map(nameOf);
  const name = waiting?.name ?? positionalNext(command?.usage ?? "", before, options);
  const { completes = {} } = command ?? {};
  const kind = Object.hasOwn(completes, name) ? completes[name] : undefined;
  if (kind === undefined) return parameters.find((one) => one.name === name)?.choices ?? [];
  // A broken project has no words to offer, and a press of a key is no place to say so.
  return words[kind](folderOf(before, cwd)).catch(() => []);
}

/** The name of the positional that comes next; the last one again where it takes many. */
function positionalNext(usage: string, before: readonly string[], options: readonly Parameter[]): string {
  const given = before.filter(
    (word, at) => !word.startsWith("-") && optionBefore(before[at - 1] ?? "", options) === undefined,
  );
  const names = usage.split(" ").slice(1);
  const next = names[given.length - 1] ?? (names.at(-1)?.includes("..") === true ? names.at(-1) : "");
  return (next ?? "").replaceAll(/[<>[\].]/g, "");
}

/** The option whose value is being typed. */
function optionBefore(word: string, options: readonly Parameter[]): Parameter | undefined {
  if (word === "-C") return options.find(({ name }) => name === "cwd");
  return options.find(({ name, flag }) => word === `--${name}` && !flag);
}

function folderOf(before: readonly string[], cwd: string): string {
  const at = before.findIndex((word) => word === "-C" || word === "--cwd");
  return at < 0 ? cwd : resolve(cwd, before[at + 1] ?? ".");
}
