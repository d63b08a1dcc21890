import { Ref, subject, Type } from "waybill/author";
import { Address, format, Hash, Shape } from "../Finding/words.ts";

export const schema = subject(
  {
    title: "Answer of publish",
    description:
      "`waybill publish --json`: the versions frozen, or the findings that kept it from freezing any.",
    "x-invariants": ["Where `findings` is not empty, `published` is: all drafts are frozen or none."],
  },
  Type.Object({
    format: format("publish"),
    dryRun: Type.Boolean({ description: "Whether nothing was written." }),
    published: Type.Array(
      Type.Object(
        {
          version: Address("The version, e.g. `cogo.v1/JobStarted@2`."),
          hash: Hash("Its content hash."),
          shape: Shape("Its shape."),
        },
        { description: "One version." },
      ),
      { description: "Versions frozen, or that would be; dependencies first." },
    ),
    findings: Type.Array(Ref("waybill.v1/Finding"), { description: "What must be mended first." }),
  }),
);
