import { subject, Text, Type } from "waybill/author";
import { format } from "../Finding/words.ts";

export const schema = subject(
  { title: "Answer of completion", description: "`waybill completion --json`: a script for a shell." },
  Type.Object({
    format: format("completion"),
    shell: Text({ description: "The shell it is for: bash, zsh or fish." }),
    script: Text({ description: "To be run as that shell starts.", minLength: 1 }),
  }),
);
