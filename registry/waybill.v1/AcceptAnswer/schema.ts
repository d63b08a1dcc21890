import { subject, Text, Type } from "waybill/author";
import { Address, format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of accept",
    description: "`waybill accept --json`: the file that accepts one finding, as written.",
  },
  Type.Object({
    format: format("accept"),
    fingerprint: Text({ description: "The accepted finding, 12 hex digits.", pattern: "^[0-9a-f]{12}$" }),
    file: Text({ description: "The file written; it counts once it is on the base branch." }),
    rule: Text({ description: "Rule of the finding.", pattern: "^[A-Z][A-Z0-9_]*$" }),
    subject: Address("Subject of the finding."),
    reason: Text({ description: "Why the break is taken on.", minLength: 1 }),
    owner: Text({ description: "Who answers for it.", minLength: 1 }),
    expires: Text({ description: "Last day it may still be published, a date.", format: "date" }),
  }),
);
