import { ClosedEnum, Open, Ref, Text, Type } from "waybill/author";
import { Pointer, verdicts } from "../Finding/words.ts";

const optional = Type.Optional;

/** The members of a verdict; the answer of prove has them at its top. */
export const verdictFields = {
  verdict: ClosedEnum(verdicts, {
    description: "The answer. Closed: there is nothing between yes, no and not known.",
  }),
  witness: optional(
    Type.Object(
      {
        instance: Open({ description: "A document the writer may write and the reader rejects." }),
        errors: Type.Array(Ref("waybill.v1/ValidationError"), { description: "What the reader says of it." }),
        dissent: optional(Text({ description: "Why the reference validator sees it otherwise." })),
      },
      { description: "What refutes it, run through the validators." },
    ),
  ),
  reason: optional(Text({ description: "Why it could not be decided." })),
  pointer: optional(Pointer("Place in the schema that could not be decided.")),
};
