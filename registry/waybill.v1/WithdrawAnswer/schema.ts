import { subject, Type } from "waybill/author";
import { Address, format } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of withdraw",
    description: "`waybill withdraw --json`: a version marked as bad, and who pins it.",
  },
  Type.Object({
    format: format("withdraw"),
    version: Address("The withdrawn version."),
    pinnedBy: Type.Array(Address("A version, or a subject."), {
      description: "Who pins it and should move on.",
    }),
  }),
);
