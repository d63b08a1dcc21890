import { isIdnHostname } from "./idn-hostname.ts";
import { isMailbox } from "./mailbox.ts";

/** `Mailbox` as RFC 6531 widens it: UTF-8 in the local part, an internationalised host name. */
export function isIdnEmail(text: string): boolean {
  return isMailbox(text, true, (host) => isIdnHostname(host.normalize("NFC")));
}
