import { beforeAll, describe, expect, test } from "vitest";
import { types } from "../../../generators/types/index.ts";
import type { Unit } from "../../../src/generate/contract.ts";
import { accepts } from "../../../src/evaluate/index.ts";
import { builtInUnits } from "./registry-units.ts";
import { compile, literalType } from "./tsc.ts";

const files = new Map<string, string>();
let units: readonly Unit[] = [];

beforeAll(async () => {
  units = builtInUnits();
  for (const unit of units) for (const { path, text } of await types.files(unit, {})) files.set(path, text);
  for (const { path, text } of types.index?.(units, {}) ?? []) files.set(path, text);
});

/** Errors of tsc over all types and these lines. */
function errorsOf(lines: string): readonly string[] {
  return compile(new Map([...files, ["use.ts", lines]]), { exactOptionalPropertyTypes: true }).map(
    ({ file, line, text }) => `${file}:${line} ${text}`,
  );
}

const equal = `
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = [A] extends [B] ? true : false;
`;

test("the types of the built-in registry compile, and all its valid examples fit", () => {
  const lines: string[] = [];
  for (const unit of units) {
    if (unit.stage === "vocabulary") continue;
    const fitting = unit.examples.filter((example) =>
      accepts(unit.schema, example, { dialect: unit.dialect }),
    );
    const type = `import("./${unit.subject}/v${unit.number}.js").${unit.name}`;
    for (const example of fitting) {
      const at = lines.length;
      lines.push(`declare const i${at}: ${literalType(example)}; export const v${at}: ${type} = i${at};`);
    }
  }
  expect(lines.length).toBeGreaterThan(50);
  expect(errorsOf(lines.join("\n"))).toEqual([]);
});

describe("the five families are as narrow as their schemas", () => {
  test("actor.v1: four kinds, each with its payload; null and absent kept apart", () => {
    const errors = errorsOf(`${equal}
import type { Envelope, KnownEnvelope, ReplyPayload } from "./actor.v1/index.js";
export const kinds: Equal<KnownEnvelope["kind"], "chat" | "task" | "event" | "reply"> = true;
export const chat: Fits<Extract<KnownEnvelope, { kind: "chat" }>["payload"], { message: string }> = true;
export const cause: Equal<Pick<KnownEnvelope, "causation_id">, { causation_id?: string | null }> = true;
export const failed: Fits<Extract<ReplyPayload, { status: "failed" }>["error_code"], string> = true;
export const ended: Equal<Extract<ReplyPayload, { status: "success" | "cancelled" }>["error_code"], null> = true;
export function read(envelope: Envelope) {
  switch (envelope.kind) {
    case "chat":
    case "task":
      return envelope.payload.message;
    case "event":
      return envelope.payload.event_type;
    case "reply":
      return envelope.payload.in_reply_to;
  }
}
export const read_: Fits<ReturnType<typeof read>, string> = true;
`);
    expect(errors).toEqual([]);
  });

  test("cogo.v1: an exhaustive union over an open discriminator; open enums keep their words", () => {
    const errors = errorsOf(`${equal}
import { type Actor, type Envelope, isKnownKind, type InterAgentResponse, type JobFailed } from "./cogo.v1/index.js";
export function read(envelope: Envelope): string {
  if (!isKnownKind(envelope)) return envelope.type;
  switch (envelope.type) {
    case "job_started": return envelope.payload.worker_id;
    case "job_failed": return envelope.payload.last_error;
    case "request": return envelope.payload.action;
    case "response": return envelope.payload.request_id;
    case "heartbeat": return envelope.payload.executor_id;
    case "metric": return envelope.payload.name;
    default: { const nothing: never = envelope; return nothing; }
  }
}
export const known: JobFailed["reason_code"] = "timeout";
export const later: JobFailed["reason_code"] = "something_new";
// @ts-expect-error a word is a string
export const wrong: JobFailed["reason_code"] = 1;
export const agent: Equal<Actor["agent"], \`cogo-\${string}\`> = true;
export const answered: Fits<Extract<InterAgentResponse, { ok: true }>, { result: unknown; error?: never }> = true;
`);
    expect(errors).toEqual([]);
  });

  test("message.v1: a version that is text, and citations", () => {
    const errors = errorsOf(`${equal}
import type { Message } from "./message.v1/index.js";
export const version: Equal<Message["version"], string> = true;
export const cause: Equal<Pick<Message, "cause">, { cause?: string | null }> = true;
type Citation = NonNullable<Message["citations"]>[number];
export const citation: Equal<Citation, { source: string; uri?: string; snippet?: string }> = true;
// @ts-expect-error a record declares its members
export type Nothing = Message["tenant_id"];
`);
    expect(errors).toEqual([]);
  });

  test("mission.v1: closed words, open lanes, an actor in two forms", () => {
    const errors = errorsOf(`${equal}
import type { StatusEvent } from "./mission.v1/index.js";
export const mode: Equal<StatusEvent["execution_mode"], "worktree" | "direct_repo"> = true;
export const lane: StatusEvent["to_lane"] = "a_lane_to_come";
export const packageId: Equal<StatusEvent["wp_id"], \`WP\${string}\`> = true;
export const plain: Fits<"user", StatusEvent["actor"]> = true;
export const structured: Fits<{ role: "reviewer"; model: null }, StatusEvent["actor"]> = true;
export const number: Fits<3, StatusEvent["actor"]> = false;
`);
    expect(errors).toEqual([]);
  });

  test("command.v1: 44 commands told apart by their type", () => {
    const errors = errorsOf(`${equal}
import type { Command } from "./command.v1/index.js";
type Prompt = Extract<Command, { type: "prompt" }>;
export const message: Equal<Prompt["message"], string> = true;
export const behavior: Equal<Prompt["streamingBehavior"], "steer" | "followUp" | undefined> = true;
export const level: Equal<
  Extract<Command, { type: "set_thinking_level" }>["level"],
  "none" | "low" | "medium" | "high" | "xhigh"
> = true;
export const prompt: Command = { type: "prompt", sessionId: "a", message: "hello" };
export const create: Command = { type: "create_session", cwd: "a" };
// @ts-expect-error a session command names its session
export const lost: Command = { type: "prompt", message: "hello" };
// @ts-expect-error there is no such command
export const unknown: Command = { type: "off", sessionId: "a" };
// @ts-expect-error what depends on others has an id
export const nameless: Command = { type: "prompt", sessionId: "a", message: "hello", dependsOn: ["b"] };
export function count(type: Command["type"]): Record<Command["type"], true>[typeof type] { return true; }
`);
    expect(errors).toEqual([]);
  });
});
