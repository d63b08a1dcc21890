/**
 * What the committed types of the five families promise, as types: `tsc` holds it wherever it checks this project, and
 * narrowness.test.ts holds that it would notice.
 */
import { expectTypeOf } from "vitest";
import type * as actor from "../../../generated/types/actor.v1/index.js";
import {
  type Actor,
  type EnvelopePayloads,
  type Envelope,
  type InterAgentResponse,
  isKnownKind,
  type JobFailed,
  type JobStarted,
  type KnownEnvelope,
} from "../../../generated/types/cogo.v1/index.js";
import type { Command, DecisionLedgerEntry } from "../../../generated/types/command.v1/index.js";
import type { Message } from "../../../generated/types/message.v1/index.js";
import type { StatusEvent } from "../../../generated/types/mission.v1/index.js";

type Known = "job_started" | "job_failed" | "request" | "response" | "heartbeat" | "metric";

export function discriminatedByKind(envelope: Envelope): string {
  expectTypeOf<KnownEnvelope["type"]>().toEqualTypeOf<Known>();
  expectTypeOf<Extract<KnownEnvelope, { type: "job_failed" }>["payload"]>().toEqualTypeOf<JobFailed>();
  expectTypeOf<EnvelopePayloads["job_started"]>().toEqualTypeOf<JobStarted>();
  expectTypeOf(isKnownKind).guards.toEqualTypeOf<KnownEnvelope>();
  if (!isKnownKind(envelope)) {
    // @ts-expect-error the payload of a kind that is not known says nothing
    envelope.payload.worker_id.length;
    return envelope.type;
  }
  switch (envelope.type) {
    case "job_started":
      // @ts-expect-error another kind's member
      envelope.payload.last_error;
      return envelope.payload.worker_id;
    case "job_failed":
      return envelope.payload.last_error;
    case "request":
      return envelope.payload.action;
    case "response":
      return envelope.payload.request_id;
    case "heartbeat":
      return envelope.payload.executor_id;
    case "metric":
      return envelope.payload.name;
    default:
      expectTypeOf(envelope).toBeNever();
      return envelope;
  }
}

export function forgettingOneIsAnError(envelope: actor.KnownEnvelope): string {
  expectTypeOf<actor.KnownEnvelope["kind"]>().toEqualTypeOf<"chat" | "task" | "event" | "reply">();
  switch (envelope.kind) {
    case "chat":
    case "task":
      return envelope.payload.message;
    case "event":
      return envelope.payload.event_type;
    default:
      // @ts-expect-error a reply is left
      expectTypeOf(envelope).toBeNever();
      return "";
  }
}

export function openAndClosedWords(known: JobFailed["reason_code"]): void {
  expectTypeOf<"timeout">().toExtend<typeof known>();
  expectTypeOf<"a_word_to_come">().toExtend<typeof known>();
  // Not widened to string: an editor still offers the words.
  expectTypeOf<typeof known>().not.toEqualTypeOf<string>();
  expectTypeOf<1>().not.toExtend<typeof known>();
  expectTypeOf<StatusEvent["execution_mode"]>().toEqualTypeOf<"worktree" | "direct_repo">();
  // @ts-expect-error a closed word is one of two
  const mode: StatusEvent["execution_mode"] = "main";
  expectTypeOf(mode).toExtend<string>();
  expectTypeOf<Actor["agent"]>().toEqualTypeOf<`cogo-${string}`>();
  expectTypeOf<StatusEvent["wp_id"]>().toEqualTypeOf<`WP${string}`>();
}

export function nullIsNotAbsence(): void {
  expectTypeOf<Pick<Message, "cause">>().toEqualTypeOf<{ cause?: string | null }>();
  expectTypeOf<Pick<actor.ReplyPayload, "session_id">>().toEqualTypeOf<{ session_id: string | null }>();
  expectTypeOf<Pick<StatusEvent, "mission_id">>().toEqualTypeOf<{ mission_id?: string }>();
  expectTypeOf<StatusEvent["reason"]>().toEqualTypeOf<string | null>();
  // @ts-expect-error absent is not undefined
  const mission: Pick<StatusEvent, "mission_id"> = { mission_id: undefined };
  // @ts-expect-error nor null
  const other: Pick<StatusEvent, "mission_id"> = { mission_id: null };
  // @ts-expect-error what may be null must still be there
  const session: Pick<actor.ReplyPayload, "session_id"> = {};
  expectTypeOf([mission, other, session]).toBeArray();
}

export function choicesAreToldApart(response: InterAgentResponse, reply: actor.ReplyPayload): void {
  if (response.ok) {
    expectTypeOf(response.result).toBeUnknown();
    expectTypeOf(response.error).toEqualTypeOf<undefined>();
  } else expectTypeOf(response.error.code).toBeString();
  // @ts-expect-error a result or an error, never both
  const both: InterAgentResponse = {
    request_id: "",
    ok: true,
    result: 1,
    error: { code: "", message: "", retryable: true },
  };
  // @ts-expect-error what failed says why
  const silent: InterAgentResponse = { request_id: "", ok: false };
  expectTypeOf([both, silent]).toBeArray();
  expectTypeOf<Extract<typeof reply, { status: "failed" }>["error_code"]>().toExtend<string>();
  expectTypeOf<Extract<typeof reply, { status: "success" | "cancelled" }>["error_code"]>().toBeNull();
}

export function commandsAreToldApartByType(): void {
  type Prompt = Extract<Command, { type: "prompt" }>;
  expectTypeOf<Prompt["message"]>().toBeString();
  expectTypeOf<Pick<Prompt, "streamingBehavior">>().toEqualTypeOf<{
    streamingBehavior?: "steer" | "followUp";
  }>();
  expectTypeOf<{ type: "create_session"; cwd: string }>().toExtend<Command>();
  // @ts-expect-error a session command names its session
  const lost: Command = { type: "prompt", message: "hello" };
  // @ts-expect-error there is no such command
  const unknown: Command = { type: "off", sessionId: "a" };
  // @ts-expect-error what depends on others has an id
  const nameless: Command = { type: "prompt", sessionId: "a", message: "", dependsOn: ["b"] };
  // @ts-expect-error a member of another command
  const strange: Command = { type: "steer", sessionId: "a", message: "", streamingBehavior: "steer" };
  expectTypeOf([lost, unknown, nameless, strange]).toBeArray();
  expectTypeOf<DecisionLedgerEntry["id"]>().toExtend<string>();
}

export function recordsDeclareTheirMembers(message: Message, envelope: Envelope): void {
  // @ts-expect-error nobody declares it
  message.tenant_id;
  expectTypeOf(envelope.actor).toEqualTypeOf<Actor>();
  expectTypeOf<NonNullable<Message["citations"]>[number]>().toEqualTypeOf<{
    source: string;
    uri?: string;
    snippet?: string;
  }>();
  expectTypeOf<StatusEvent["actor"]>().toExtend<string | { role?: string | null }>();
  expectTypeOf<3>().not.toExtend<StatusEvent["actor"]>();
}
