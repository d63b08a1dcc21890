/** What a finding speaks of, in its own names. */
export interface Spoken {
  /** `cogo.v1/JobStarted`, or a file. */
  readonly subject: string;
  readonly member?: string | undefined;
  readonly values?: string | undefined;
}

/** A fix with its slots filled: `Add "id" as optional`, `publish it in "cogo.v2"`. */
export function fixFor(fix: string, { subject, member, values }: Spoken): string {
  const successor = successorOf(subject);
  return filled(fix, {
    member: member === undefined ? "the property" : `"${member}"`,
    values: values ?? "the value",
    successor: successor === undefined ? "a new major namespace" : `"${successor}"`,
  });
}

/** A fix as the rule itself tells it. */
export function fixInWords(fix: string): string {
  return filled(fix, { member: "the property", values: "the value", successor: "a new major namespace" });
}

function filled(fix: string, slots: { member: string; values: string; successor: string }): string {
  const said = fix.replace(
    /\{(member|values|successor)\}/g,
    (_, slot: string) => Object.entries(slots).find(([name]) => name === slot)?.[1] ?? "",
  );
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The namespace a break of `cogo.v1/JobStarted` belongs in: `cogo.v2`. Undefined for what is in no namespace. */
export function successorOf(subject: string): string | undefined {
  const [, name, major] = /^([a-z0-9.-]+)\.v(\d+)\/[A-Za-z0-9]+$/.exec(subject) ?? [];
  return name === undefined ? undefined : `${name}.v${Number(major) + 1}`;
}
