import { Sha256, subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Schema reference",
    description:
      "Which payload schema a message was written against. The hash is of the payload's schema, never of the envelope's own.",
    "x-invariants": [
      "The hash is the SHA-256 over the RFC 8785 form of a published version of the subject named by `namespace` and `name`, any version.",
    ],
  },
  Type.Object({
    namespace: Type.Literal("cogo.v1", {
      description:
        "Namespace of the payload's subject. Fixed: an envelope of `cogo.v1` carries payloads of `cogo.v1`, a break gets a new namespace.",
      "x-storage": { column: "schema_namespace", type: "text" },
    }),
    name: Text({
      description:
        "Name of the payload's subject, e.g. `JobStarted`. It is the subject the envelope's `type` is bound to.",
      pattern: "^[A-Z][A-Za-z0-9]*$",
      "x-storage": { column: "schema_name", type: "text" },
    }),
    hash: Sha256({
      description:
        "Content hash of the version the writer used: 64 lower-case hex digits without a prefix. Stored for integrity.",
      "x-storage": { column: "schema_hash", type: "text" },
    }),
  }),
);
