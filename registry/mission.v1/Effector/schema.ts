import { subject, Type } from "waybill/author";
import { effectorFields } from "./fields.ts";

export const schema = subject(
  {
    title: "Effector",
    description:
      "Who acted, in one vocabulary for the four there are. A vocabulary, not a type: it is named in documents until a log must be joined on it.",
    "x-invariants": [
      "`agent` of the retrospectives is read as `llm`, `runtime` as `service`; both are ambiguous and flagged.",
      "A free string is mapped by a rule or is `unknown`.",
    ],
  },
  Type.Object(effectorFields),
);
