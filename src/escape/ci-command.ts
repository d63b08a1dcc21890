import { terminal } from "./terminal.ts";

/** What a GitHub annotation may say of its place. */
export interface CiPlace {
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
  readonly title?: string;
}

/** One annotation for GitHub's log: `::error file=a.json,line=3::message`. The message may have several lines. */
export function ciCommand(level: "error" | "warning" | "notice", place: CiPlace, message: string): string {
  const properties = Object.entries(place)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${ciProperty(String(value))}`)
    .join(",");
  return `::${level}${properties === "" ? "" : ` ${properties}`}::${ciData(message)}`;
}

/** A line of a log that must not be taken for a command, whatever it says. */
export function ciLine(text: string): string {
  return terminal(text)
    .replace(/^(\s*):(?=:)/, "$1: ")
    .replace(/##(?=\[|vso\[)/gi, "# #");
}

function ciData(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((part) => terminal(part).replaceAll("%", "%25"))
    .join("%0A");
}

function ciProperty(text: string): string {
  return terminal(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
