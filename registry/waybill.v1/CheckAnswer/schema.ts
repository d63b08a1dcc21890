import { Count, Nullable, Ref, subject, Text, Type } from "waybill/author";
import { Address, format, maybe, Reading } from "../Finding/words.ts";

const count = (description: string) => Count({ description });

export const schema = subject(
  {
    title: "Answer of check",
    description:
      "`waybill check --json`: every finding, and what was looked at. Equal findings give equal bytes.",
  },
  Type.Object({
    format: format("check"),
    findings: Type.Array(Ref("waybill.v1/Finding"), { description: "Gravest first, then by place." }),
    summary: Type.Object(
      {
        errors: count("Findings of severity `error`."),
        warnings: count("Findings of severity `warning`."),
        infos: count("Findings of severity `info`."),
        failed: Type.Boolean({ description: "Whether the command exits with 100." }),
        subjects: count("Subjects looked at."),
        versions: count("Frozen versions looked at."),
        checks: Type.Array(
          Type.Object(
            {
              name: Text({ description: "Name of the check, as `--only` takes it." }),
              findings: count("What it found."),
            },
            { description: "One check." },
          ),
          { description: "Checks that ran, in order." },
        ),
        comparisons: Type.Optional(
          Type.Array(
            Type.Object(
              {
                subject: Address("Subject that changed."),
                from: maybe("Version it is compared with; null for a first one."),
                to: Text({ description: "Version or draft that is judged." }),
                backward: Reading("Old data, new reader."),
                forward: Reading("New data, old reader."),
                changes: Type.Array(Ref("waybill.v1/Change"), { description: "Facts about the two." }),
                postcard: Nullable(Text({ description: "Path of its postcard; null for none." })),
              },
              { description: "One subject." },
            ),
            { description: "Subjects that changed, where two sides were compared." },
          ),
        ),
      },
      { description: "What was looked at, and how it came out." },
    ),
  }),
);
