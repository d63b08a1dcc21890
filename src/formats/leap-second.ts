/** Whether the second 60 of a well-formed date-time stands at the end of a UTC day, the only place for leap seconds. */
export function endsDay(text: string): boolean {
  const before = new Date(text.replace(":60", ":59").toUpperCase());
  return before.toISOString().slice(-13, -8) === "23:59";
}
