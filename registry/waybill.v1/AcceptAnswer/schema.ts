import { subject, Text, Type } from "waybill/author";
import { Address, format, Hash, Shape } from "../Finding/words.ts";

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
    from: Type.Optional(Address("The version that the break was found against.")),
    fromHash: Type.Optional(Hash("Content hash of that version: the accept holds for no other.")),
    toShape: Type.Optional(Shape("Shape of the schema that breaks it: prose may change, nothing else.")),
    reason: Text({ description: "Why the break is taken on.", minLength: 1 }),
    owner: Text({ description: "Who answers for it.", minLength: 1 }),
    expires: Text({ description: "Last day it may still be published, a date.", format: "date" }),
  }),
);
