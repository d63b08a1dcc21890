const longest = 60;

/** A name from a stranger's text in double quotes: one line, escaped, and no longer than a person reads. */
export function quote(name: string): string {
  const points = [...name.slice(0, longest + 1)];
  const shown = points.length > longest ? `${points.slice(0, longest).join("")}…` : points.join("");
  return JSON.stringify(shown);
}
