import { Nullable, OpenEnum } from "waybill/author";

/** How processing a message ended; the same words in replies, journal entries and posted results. */
export const Outcome = (description: string, more: Readonly<Record<string, unknown>> = {}) =>
  OpenEnum(["success", "failed", "cancelled"], {
    description: `${description} Open: \`cancelled\` came after the first contract, and more may.`,
    ...more,
  });

/** Why it failed. */
export const ErrorCode = (description: string, more: Readonly<Record<string, unknown>> = {}) =>
  Nullable(
    OpenEnum(
      [
        "TIMEOUT",
        "CAPACITY",
        "AUTH",
        "BILLING",
        "AGENT_ERROR",
        "NETWORK",
        "CIRCUIT_OPEN",
        "RECONCILED",
        "LEASE_EXPIRED",
        "OOM",
        "MAX_TURNS",
        "SKILL_NOT_FOUND",
        "EPHEMERAL_EXHAUSTED",
        "MODEL_UNSUPPORTED",
      ],
      {
        description: `${description} Null unless the outcome is \`failed\`. Upper case on the wire. Open: three codes came after the first eleven.`,
        ...more,
      },
    ),
  );
