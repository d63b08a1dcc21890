import { closest } from "../config/closest.ts";
import { WaybillError } from "../errors.ts";
import { commands } from "./commands/index.ts";
import { parametersOf } from "./grammar.ts";
import { commandIn, nameOf } from "./parser.ts";

/** What yargs says of a command line it cannot read, in our words and with the way out. */
export function usageError(error: unknown, argv: readonly string[]): WaybillError {
  const said = error instanceof Error ? error.message : String(error);
  const command = commandIn(argv);
  const help = command === undefined ? "`waybill --help`" : `\`waybill ${nameOf(command)} --help\``;
  for (const [pattern, tell] of sayings) {
    const match = pattern.exec(said);
    if (match === null) continue;
    const { message, hint } = tell(match[1] ?? "", argv);
    return new WaybillError("USAGE", message, { hint: hint ?? `see ${help}` });
  }
  return new WaybillError("USAGE", said.replaceAll(/\s*\n\s*/g, " "), { hint: `see ${help}` });
}

interface Told {
  readonly message: string;
  readonly hint?: string | undefined;
}
type Tell = (named: string, argv: readonly string[]) => Told;

const sayings: readonly (readonly [RegExp, Tell])[] = [
  [/^Unknown (?:argument|command)s?: (.*)$/s, unknown],
  [/^Not enough non-option arguments/, missingPositional],
  [/^Missing required arguments?: (.*)$/s, (names) => ({ message: `${listed(names)} must be given` })],
  [/^Not enough arguments following: (.*)$/s, (name) => ({ message: `${dashed(name)} needs a value` })],
  [
    /^Invalid values:\s*(?:Argument: )(.*)$/s,
    (said) => {
      const [first = ""] = said.split("\n");
      const match = /^(.*), Given: (.*), Choices: (.*)$/.exec(first);
      if (match === null) return { message: first };
      const [, name = "", given = "", choices = ""] = match;
      const known = [...choices.matchAll(/"([^"]*)"/g)].map(([, choice = ""]) => choice);
      const meant = closest(given.replaceAll('"', ""), known);
      return {
        message: `${shownName(name)} does not take ${given}`,
        hint: meant === undefined ? `it takes ${known.join(", ")}` : `did you mean "${meant}"?`,
      };
    },
  ],
];

function unknown(named: string, argv: readonly string[]): Told {
  // yargs names an option in kebab and in camel case; the first is as it was typed.
  const [name = ""] = named.split(", ");
  const typed = argv.find((word) => word.replace(/^-+/, "").split("=")[0] === name) ?? name;
  if (typed.startsWith("-")) {
    const options = parametersOf(commandIn(argv)).filter(({ positional }) => !positional);
    const meant = closest(
      name,
      options.map((option) => option.name),
    );
    return {
      message: `there is no option "${typed.split("=")[0]}"`,
      hint: meant === undefined ? undefined : `did you mean "--${meant}"?`,
    };
  }
  if (commandIn(argv) !== undefined) return { message: `"${name}" is one argument too many` };
  const meant = closest(name, commands.map(nameOf));
  return {
    message: `there is no command "${name}"`,
    hint: meant === undefined ? undefined : `did you mean "waybill ${meant}"?`,
  };
}

function missingPositional(_: string, argv: readonly string[]): Told {
  const command = commandIn(argv);
  const needed = [...(command?.usage ?? "").matchAll(/<([^>]+)>/g)].map(([, name]) => `<${name}>`);
  return {
    message: `\`waybill ${command === undefined ? "" : nameOf(command)}\` needs ${needed.join(" and ")}`,
  };
}

function listed(names: string): string {
  return names.split(", ").map(dashed).join(" and ");
}

function dashed(name: string): string {
  return `--${name}`;
}

function shownName(name: string): string {
  const positional = commands.some(({ usage }) => usage.includes(`<${name}>`) || usage.includes(`[${name}`));
  return positional ? `<${name}>` : dashed(name);
}
