import type { Severity } from "../model.ts";
import type { Style } from "./report.ts";

const codes = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;
export type Paint = (color: keyof typeof codes, text: string) => string;

export const severityColors: Readonly<Record<Severity, keyof typeof codes>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** Colours where they are wanted. */
export function painter({ color }: Pick<Style, "color">): Paint {
  return color ? (name, text) => `\u001b[${codes[name]}m${text}\u001b[0m` : (_name, text) => text;
}
