import { subject, Text, Type } from "waybill/author";
import { Pointer } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Validation error",
    description:
      "One thing wrong with one instance. Every validator of waybill, generated or not, answers in this form.",
  },
  Type.Object({
    pointer: Pointer("JSON Pointer into the instance."),
    keyword: Text({ description: "The keyword that rejects it, e.g. `required`.", minLength: 1 }),
    message: Text({ description: "What is wrong, in plain words, without a full stop." }),
    params: Type.Object({}, { description: "What the keyword asked for, by the keyword's own names." }),
  }),
);
