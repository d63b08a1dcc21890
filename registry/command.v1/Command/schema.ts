import { ClosedEnum, Count, Members, subject, Text, Type, When } from "waybill/author";
import { perType } from "./per-type.ts";
import { serverCommands, sessionCommands } from "./types.ts";

export const schema = subject(
  {
    title: "Command",
    description:
      "One request of a client to the server. Commands of one lane (`session:<sessionId>`, else `server`) run one after the other, in causal order.",
    "x-invariants": [
      "Every id in `dependsOn` is known to the server; the command waits until they finished, and fails if one failed.",
      "The same `id`, or the same `idempotencyKey`, with the same fingerprint is answered with the recorded outcome; with another fingerprint it is refused.",
      "With `ifSessionVersion` the command runs only while the session has exactly that version.",
    ],
  },
  Type.Object(
    {
      type: ClosedEnum([...serverCommands, ...sessionCommands], {
        description:
          "Which command. Closed: the server refuses any other, so a client must know that it is known.",
      }),
      id: Type.Optional(
        Text({
          description:
            "The client's name for the command, needed to be depended on or to be repeated safely. The prefix `anon:` is the server's own.",
          minLength: 1,
          maxLength: 256,
          not: { pattern: "^anon:" },
        }),
      ),
      sessionId: Type.Optional(
        Text({
          description: "The session the command is for; required by every session command. Decides the lane.",
          minLength: 1,
        }),
      ),
      dependsOn: Type.Optional(
        Type.Array(Text({ description: "`id` of an earlier command.", minLength: 1 }), {
          description: "Commands that must have succeeded before this one starts; needs an `id`.",
          maxItems: 32,
        }),
      ),
      ifSessionVersion: Type.Optional(
        Count({
          description:
            "Run only if the session's version is this one. Only for commands on one session that is there already.",
        }),
      ),
      idempotencyKey: Type.Optional(
        Text({
          description: "Names the intended effect, reused verbatim on every retry.",
          minLength: 1,
          maxLength: 256,
          "x-redact": "on-export",
        }),
      ),
    },
    {
      dependentRequired: { dependsOn: ["id"] },
      allOf: [
        When(
          { type: [...sessionCommands, "delete_session", "switch_session"] },
          Members({ need: ["sessionId"] }),
        ),
        When(
          { type: serverCommands.filter((type) => type !== "delete_session") },
          Members({ refuse: ["ifSessionVersion"] }),
        ),
        ...perType.map(({ types, fields }) => When({ type: types }, fields)),
      ],
    },
  ),
);
