/** Runs a guard that notes what it evaluates, and keeps the notes only where it accepts. */
export function track(
  guard: (value: unknown, evaluated: Set<string | number>) => boolean,
  value: unknown,
  evaluated: Set<string | number>,
): boolean {
  const notes = new Set<string | number>();
  if (!guard(value, notes)) return false;
  for (const one of notes) evaluated.add(one);
  return true;
}
