import { isHostname } from "./hostname.ts";
import { isMailbox } from "./mailbox.ts";

/** `Mailbox` of RFC 5321, section 4.1.2: dot-atom or quoted local part, host name or address literal. */
export function isEmail(text: string): boolean {
  return isMailbox(text, false, isHostname);
}
