import { OpenEnum, subject, Text, Type } from "waybill/author";
import { Pointer } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Change",
    description: "A fact about two schemas. It judges nothing.",
  },
  Type.Object({
    rule: Text({
      description: "What kind of change, e.g. `PROPERTY_REMOVED`.",
      pattern: "^[A-Z][A-Z0-9_]*$",
    }),
    effect: OpenEnum(["narrows", "widens", "shifts", "none"], {
      description: "What it does to the set of valid instances. Open: facts may come to be told more finely.",
    }),
    message: Text({ description: "What happened, in one clause." }),
    oldPointer: Type.Optional(Pointer("Where in the old schema; absent where it has no such place.")),
    newPointer: Type.Optional(Pointer("Where in the new schema; absent where it has no such place.")),
    member: Type.Optional(Text({ description: "The member it is about; absent where it is about none." })),
  }),
);
