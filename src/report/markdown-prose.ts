import { markdownCode as code, markdownText as escaped } from "../escape/index.ts";

/** Running text in which `names between backticks` are code. */
export function prose(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : spaced(part)))
    .join("")
    .trim();
}

/** Escaping cuts the ends, where a space keeps words apart. */
function spaced(part: string): string {
  const said = escaped(part);
  if (said === "") return part === "" ? "" : " ";
  return `${/^\s/.test(part) ? " " : ""}${said}${/\s$/.test(part) ? " " : ""}`;
}
