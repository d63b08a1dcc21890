import { subject, Type } from "waybill/author";
import { executionFields } from "./fields.ts";

export const schema = subject(
  {
    title: "Execution context",
    description:
      "Where an action of a mission runs: mission, work package, branch, workspace. The wire view, promised to stay the same byte for byte; every member is always written, null where it does not apply.",
    "x-invariants": ["The wire view is a view of the one context an artefact is assembled from."],
  },
  Type.Object({
    success: Type.Optional(
      Type.Boolean({ description: "Added by the command line: whether the context was resolved." }),
    ),
    ...executionFields,
  }),
);
