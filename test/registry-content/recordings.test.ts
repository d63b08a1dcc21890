import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model.ts";
import { drafts, plainValidators } from "./drafts.ts";

const data = join(process.env.WAYBILL_DATA ?? "../shared/data", "seeds/pi-server");
const here = existsSync(data);
const where = here ? "recordings" : `skipped: ${data} not present`;

interface Frame {
  readonly dir: "c2s" | "s2c";
  readonly frame: JsonObject;
}

describe.skipIf(!here)(`command.v1 against ${where}`, () => {
  const validatorOf = plainValidators();

  it("takes every recorded journal line", () => {
    const lines = [
      ...jsonLines(join(data, "journal")),
      ...jsonLines(join(data, "journal/from-upstream-tests")),
    ];
    const validate = validatorOf("command.v1/JournalEntry");
    expect(lines.filter((line) => !validate(line))).toEqual([]);
    expect(lines).toHaveLength(587);
  });

  it("takes every frame the server sent, by its type", () => {
    const binding = drafts().find(({ address }) => address === "command.v1/ServerFrame")?.schema[
      "x-kinds"
    ] as JsonObject;
    const map = binding.map as Record<string, string>;
    const counts = new Map<string, number>();
    for (const { frame } of frames().filter(({ dir }) => dir === "s2c")) {
      const subject = map[String(frame.type)] ?? "none";
      const validate = validatorOf(subject);
      expect(validate(frame), JSON.stringify(validate.errors)).toBe(true);
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }
    expect(counts.get("command.v1/Response")).toBe(78);
    expect(counts.get("command.v1/LifecycleEvent")).toBe(199);
  });

  it("refuses the nine commands the server refused as malformed, naming the same field, and no other", () => {
    const validate = validatorOf("command.v1/Command");
    const refused = frames().flatMap(({ dir, frame }) =>
      dir === "c2s" && !validate(frame) ? [fieldsIn(validate.errors ?? [])] : [],
    );
    const said = frames().flatMap(({ dir, frame }) => {
      const [, field] = dir === "s2c" ? (/^Validation failed: (\w+):/.exec(String(frame.error)) ?? []) : [];
      return field === undefined ? [] : [field];
    });
    expect(said).toHaveLength(9);
    expect(refused.map((fields) => [...fields])).toEqual(said.map((field) => [field]));
  });

  function frames(): readonly Frame[] {
    return jsonLines(join(data, "wire")) as unknown as readonly Frame[];
  }
});

/** The fields errors speak of: where they are, or the member that is missing there. */
function fieldsIn(
  errors: readonly { keyword: string; instancePath: string; params: Record<string, unknown> }[],
): ReadonlySet<string> {
  const telling = errors.filter(({ keyword }) => keyword !== "if");
  return new Set(
    telling.map(({ instancePath, params }) => String(params.missingProperty ?? instancePath.slice(1))),
  );
}

function jsonLines(folder: string): readonly Json[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort();
  return files.flatMap((name) => {
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line): Json => JSON.parse(line));
  });
}
