import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";

const seeds = join(resolve(process.env.WAYBILL_DATA ?? "../shared/data"), "seeds");
const missing = !existsSync(seeds);
const skipped = missing ? " (skipped: the recorded data is not present)" : "";

async function validate(...args: readonly string[]) {
  let out = "";
  const world = { cwd: resolve("."), env: {}, stdin: Readable.from([]) };
  const io = { out: { write: (text: string) => (out += text) }, err: { write: () => true } };
  const code = await main(["validate", ...args, "--json"], { ...world, ...io });
  return { code, answer: JSON.parse(out) };
}

describe(`recorded journals and logs${skipped}`, () => {
  it.skipIf(missing)(
    "mission.v1: 25,178 lines of five families, all routed, two kinds of error",
    async () => {
      const { answer } = await validate("mission.v1", join(seeds, "spec-kitty/kitty-specs"));
      expect(answer).toMatchObject({
        lines: 25178,
        valid: 25092,
        invalid: 86,
        malformed: 0,
        unrouted: 0,
        notes: 0,
      });
      const valid = Object.entries(answer.bySubject).map(([subject, count]) => [
        subject,
        Object(count).valid,
      ]);
      expect(Object.fromEntries(valid)).toEqual({
        "mission.v1/DecisionPoint": 6,
        "mission.v1/InnerStateChanged": 5327,
        "mission.v1/LifecycleEvent": 1614,
        "mission.v1/RetrospectiveEvent": 163,
        "mission.v1/StatusEvent": 17982,
      });
      expect(answer.groups).toMatchObject([
        { subject: "mission.v1/InnerStateChanged", pointer: "/delta/agent", keyword: "minLength", count: 81 },
        {
          subject: "mission.v1/InnerStateChanged",
          pointer: "/delta",
          keyword: "additionalProperties",
          count: 5,
        },
      ]);
    },
  );

  it.skipIf(missing)("mission.v1: 344 operations, seven of them closed by nobody", async () => {
    const { answer } = await validate("mission.v1", join(seeds, "spec-kitty/kitty-ops"));
    expect(answer).toMatchObject({ lines: 980, valid: 973, invalid: 7, unrouted: 0 });
    expect(answer.groups.every(({ count }: { count: number }) => count <= 7)).toBe(true);
  });

  it.skipIf(missing)("command.v1: 587 journal lines, 78 responses, 199 lifecycle events", async () => {
    const wire = join(seeds, "pi-server/wire");
    const at = ["--at", "/frame", "--where", "/dir=s2c", "--where"];
    const journal = await validate("command.v1/JournalEntry", join(seeds, "pi-server/journal"));
    expect(journal.answer).toMatchObject({ lines: 587, valid: 587 });
    const responses = await validate("command.v1/Response", wire, ...at, "/frame/type=response");
    expect(responses.answer).toMatchObject({ lines: 78, valid: 78 });
    const types = "/frame/type=command_accepted|command_started|command_finished";
    const events = await validate("command.v1/LifecycleEvent", wire, ...at, types);
    expect(events.answer).toMatchObject({ lines: 199, valid: 199 });
  });

  it.skipIf(missing)(
    "command.v1: refuses the nine commands the server refused, naming the same field",
    async () => {
      const wire = join(seeds, "pi-server/wire/01-normal.jsonl");
      const { answer } = await validate("command.v1/Command", wire, "--at", "/frame", "--where", "/dir=c2s");
      expect(answer).toMatchObject({ lines: 68, valid: 59, invalid: 9 });
      const groups: readonly { pointer: string; message: string }[] = answer.groups;
      const said = groups.map(({ pointer, message }) => `${pointer} ${message}`).join("\n");
      for (const field of [
        "/level",
        "/type",
        "/id",
        '"message"',
        '"sessionId"',
        "/ifSessionVersion",
        '"dependsOn"',
        "/limit",
      ]) {
        expect(said).toContain(field);
      }
    },
  );

  it.skipIf(missing)("actor.v1: the literal rows and result envelopes", async () => {
    const literals = join(seeds, "trinity/test-literals");
    const rows = await validate(
      "actor.v1/BacklogMetadata",
      join(literals, "backlog_metadata.jsonl"),
      "--at",
      "/value",
    );
    expect(rows.answer).toMatchObject({ lines: 2, valid: 2 });
    const results = join(literals, "result_envelopes.jsonl");
    const callbacks = await validate("actor.v1/ResultCallback", results, "--at", "/value");
    expect(callbacks.answer).toMatchObject({ lines: 13, valid: 13 });
  });
});
