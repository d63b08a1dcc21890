import { exitCode } from "../../errors.ts";
import { flag, text } from "../arguments.ts";
import type { Command } from "../command.ts";

export const completion: Command = {
  usage: "completion [shell]",
  summary: "Print a script that completes commands, options and subjects at the shell",
  examples: [
    { command: "completion bash >> ~/.bashrc", means: "then open a new shell" },
    { command: "completion zsh >> ~/.zshrc", means: "the same for zsh" },
  ],
  options: (yargs) =>
    yargs.positional("shell", {
      type: "string",
      choices: ["bash", "zsh", "fish"],
      describe: "Which one; that of $SHELL where none is named",
    }),
  async run(args, io) {
    const own = /[^/]*$/.exec(io.env["SHELL"] ?? "")?.[0] ?? "";
    const shell = text(args, "shell") ?? (scripts.has(own) ? own : "bash");
    const script = (scripts.get(shell) ?? bash).trimStart();
    io.out(
      flag(args, "json")
        ? `${JSON.stringify({ format: "waybill.completion/1", shell, script }, null, 2)}\n`
        : script,
    );
    return exitCode.clean;
  },
};

// Each asks the tool for words; where it has none, files are offered.
const bash = `
_waybill() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(waybill --get-completions "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o bashdefault -o default -F _waybill waybill
`;
const zsh = `
_waybill() {
  local -a words_offered
  words_offered=("\${(@f)$(waybill --get-completions "\${words[@]:0:$CURRENT}" 2>/dev/null)}")
  if [[ -n "\${words_offered[1]}" ]]; then compadd -a words_offered; else _files; fi
}
compdef _waybill waybill
`;
const fish = `
complete -c waybill -a '(waybill --get-completions (commandline -opc) (commandline -ct) 2>/dev/null)'
`;
const scripts: ReadonlyMap<string, string> = new Map([
  ["bash", bash],
  ["zsh", zsh],
  ["fish", fish],
]);
