/** Whether the second 60 of a well-formed date-time stands at the end of a UTC day, the only place for leap seconds. */
export function endsDay(text: string): boolean {
  return new Date(text.replace(":60", ":59").toUpperCase()).toJSON().includes("T23:59");
}
