/**
 * Whether a second 60 stands at the end of a UTC day, the only place where leap seconds are put. `text` is a well-formed
 * date-time whose seconds begin at 17.
 */
export function endsDay(text: string): boolean {
  const before = new Date(`${text.slice(0, 17)}59${text.slice(19)}`.toUpperCase());
  return before.toISOString().slice(-13, -8) === "23:59";
}
