import { ClosedEnum, Nullable, OpenEnum, Text, Type } from "waybill/author";

/** The first member of every answer. */
export const format = (command: string) =>
  Type.Literal(`waybill.${command}/1`, {
    description: "Names the form of this answer; the number grows only where the form breaks.",
  });

export const Address = (description: string) => Text({ description, minLength: 1 });
export const Hash = (description: string) => Text({ description, pattern: "^sha256:[0-9a-f]{64}$" });
export const Shape = (description: string) => Text({ description, pattern: "^shape1:[0-9a-f]{64}$" });
export const Pointer = (description: string) => Text({ description, pattern: "^(/([^~/]|~[01])*)*$" });
export const maybe = (description: string) => Nullable(Text({ description }));

export const Severity = () =>
  ClosedEnum(["error", "warning", "info"], {
    description: "How grave. Closed: programs branch on these three, a fourth would be a new form.",
  });

/** What the engine found; also the words of a comparison. */
export const verdicts = ["compatible", "incompatible", "undecided"] as const;

export const Reading = (description: string) =>
  OpenEnum([...verdicts, "not judged"], {
    description: `${description} Open: how much is judged may grow.`,
  });
