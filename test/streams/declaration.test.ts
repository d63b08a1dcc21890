import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject, Namespace, Registry, Subject } from "../../src/model.ts";
import { readYaml } from "../../src/input/index.ts";
import { readStreams, route, streamOf } from "../../src/streams/index.ts";
import { isObject } from "../../src/schema/json.ts";

/** A registry of subjects in name only: routing needs no more of them. */
function registryOf(...names: readonly string[]): Registry {
  const subjects = new Map(
    names.map((name) => [`mission.v1/${name}`, { address: `mission.v1/${name}` } as Subject]),
  );
  const lock = { file: "", versions: new Map(), examples: new Map() };
  return { root: "registry", namespaces: new Map(), subjects, lock } as unknown as Registry;
}

function namespaceOf(text: string): Namespace {
  const document = readYaml(text, { file: "namespace.yaml", profile: "registry" });
  const settings: JsonObject = isObject(document.value) ? document.value : {};
  return { name: "mission.v1", document, settings } as Namespace;
}

const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/streams.md", "utf8")) ?? [];
const registry = registryOf("StatusEvent", "InnerStateChanged", "DecisionPoint", "RetrospectiveEvent");

describe("the example of docs/streams.md", () => {
  const [status] = readStreams(namespaceOf(example), registry);
  if (status === undefined) throw new Error("docs/streams.md declares no stream");

  it.each([
    [{ from_lane: null }, "mission.v1/StatusEvent"],
    [{ kind: "annotation" }, "mission.v1/InnerStateChanged"],
    [{ kind: "other", event_type: "Opened" }, "mission.v1/DecisionPoint"],
    [{ event_type: "Opened", payload: { test: 1 } }, "mission.v1/RetrospectiveEvent"],
    [{ event_type: "Closed" }, "mission.v1/RetrospectiveEvent"],
    [{ kind: "annotation", from_lane: "done" }, "mission.v1/StatusEvent"],
    ["no object", "mission.v1/RetrospectiveEvent"],
  ])("routes %j to %s", (line, subject) => {
    expect(route(status, line)?.subject).toBe(subject);
  });

  it("names every key that the table explains", () => {
    const table = readFileSync("docs/streams.md", "utf8").match(/^\| `([a-z]+)`/gm) ?? [];
    expect(table.length).toBeGreaterThan(8);
    for (const row of table) {
      const key = /`([a-z]+)`/.exec(row)?.[1] ?? "";
      const text = `streams: { s: { route: [{ subject: StatusEvent }], ${key}: { nonsense: 1 } } }`;
      // A known key with a wrong value is another error than an unknown key.
      expect(() => readStreams(namespaceOf(text), registry)).toThrow();
      expect(() => readStreams(namespaceOf(text), registry)).not.toThrow(`unknown key "${key}"`);
    }
  });
});

describe("streams", () => {
  const two = `streams:
  a: { files: "**/a.jsonl", route: [{ subject: StatusEvent }] }
  b: { files: ["**/b.jsonl", "**/c.jsonl"], route: [{ subject: StatusEvent }] }
`;

  it("belong to files by their globs, and to any file where there is one alone", () => {
    const streams = readStreams(namespaceOf(two), registry);
    expect(streamOf(streams, "x/c.jsonl")?.name).toBe("b");
    expect(streamOf(streams, "x/d.jsonl")).toBeUndefined();
    expect(streamOf(streams.slice(0, 1), "x/d.jsonl")?.name).toBe("a");
  });

  it("do not take a member of Object.prototype for a member of a line", () => {
    const text =
      "streams: { s: { route: [{ when: { toString: { present: true } }, subject: StatusEvent }] } }";
    const [stream] = readStreams(namespaceOf(text), registry);
    expect(stream && route(stream, {})).toBeUndefined();
    expect(stream && route(stream, { toString: 1 })?.subject).toBe("mission.v1/StatusEvent");
  });

  it.each([
    ["streams: { s: { rout: [] } }", 'unknown key "rout"', "/streams/s/rout"],
    [
      "streams: { s: { route: [{ subject: StatusEvnt }] } }",
      "mission.v1/StatusEvnt",
      "/streams/s/route/0/subject",
    ],
    ["streams: { s: { route: [] } }", "item", "/streams/s/route"],
    ["streams: { s: { route: [{ subject: StatusEvent }], order: [at] } }", "pattern", "/streams/s/order/0"],
  ])("%s is refused with its place", (text, says, pointer) => {
    expect(() => readStreams(namespaceOf(text), registry)).toThrow(says);
    try {
      readStreams(namespaceOf(text), registry);
    } catch (error) {
      expect(error).toMatchObject({ code: "MALFORMED", place: { pointer, line: 1 } });
    }
  });
});
