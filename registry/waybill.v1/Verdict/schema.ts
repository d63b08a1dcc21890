import { subject, Type } from "waybill/author";
import { verdictFields } from "./fields.ts";

export const schema = subject(
  {
    title: "Verdict",
    description:
      "Whether a reader accepts what a writer may write: proved, refuted by a witness, or undecided with the reason. Never guessed.",
    "x-invariants": [
      "`witness` is there exactly where the verdict is `incompatible`; `reason` exactly where it is `undecided`.",
    ],
  },
  Type.Object(verdictFields),
);
