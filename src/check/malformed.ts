import type { WaybillError } from "../errors.ts";
import type { Finding } from "../model.ts";
import { finding } from "./finding.ts";

/** A file or declaration that cannot be read, as a finding where it stands. */
export function malformed({ message, place, rule, hint }: WaybillError): Finding {
  return finding({
    rule: rule ?? "MALFORMED",
    severity: "error",
    file: place.file ?? null,
    line: place.line ?? null,
    column: place.column ?? null,
    newPointer: place.pointer ?? null,
    message,
    why: "what cannot be read cannot be judged",
    fix: hint ?? "mend the file",
    fragments: [place.file ?? "", message],
  });
}
