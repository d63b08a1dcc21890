// The worst projects we could think of that hold under 1 MiB: much of something else than one schema.
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const record = (count, make) => Object.fromEntries(times(count, make));
const dialect = "https://json-schema.org/draft/2020-12/schema";
const text = { type: "string", description: "Words." };
const schema = (more) =>
  JSON.stringify({ $schema: dialect, title: "Worst", description: "The worst.", ...more });
const small = schema({ type: "object", properties: { value: text, at: text }, required: ["value"] });
const hash = `sha256:${"0".repeat(64)}`;
const shape = `shape1:${"0".repeat(64)}`;
const config = { "waybill.yaml": "version: 1\n" };
const subject = "registry/bounds.v1/Worst";
const named = (more = "") => ({
  ...config,
  "registry/bounds.v1/namespace.yaml": `title: Bounds\nowners: [nobody]\n${more}`,
});
const one = (more) => ({ ...named(more), [`${subject}/schema.json`]: small });
/** What reads a registry without a risk, and what judges it. */
const reading = [["list"], ["show", "bounds.v1/Worst"], ["fmt", "--check"]];
const judging = [["check"], ["publish"], ["generate"], ["check"], ["generate", "--check"]];
const all = [...reading, ...judging];
const log = `{ log: { files: "**/*.jsonl", route: [{ subject: Worst }] } }`;
const lines = (bytes, make) => {
  const found = [];
  for (let [size, at] = [0, 0]; ; at += 1) {
    const line = `${JSON.stringify(make(at))}\n`;
    size += line.length;
    if (size > bytes) return found.join("");
    found.push(line);
  }
};
/** Small, and two to the sixtieth when followed. */
const doubling = (keyword) =>
  schema({
    $ref: "#/$defs/d0",
    $defs: {
      ...record(40, (i) => [`d${i}`, { [keyword]: times(2, () => ({ $ref: `#/$defs/d${i + 1}` })) }]),
      d40: text,
    },
  });
const subjects = (count, make) =>
  Object.fromEntries(times(count, (i) => [`registry/bounds.v1/S${i}/schema.json`, make(i)]));
const journals = [
  ["validate", "bounds.v1", "data.jsonl", "--summary"],
  ["validate", "bounds.v1/Worst", "data.jsonl"],
  ["journal", "upgrade", "data.jsonl", "--as", "bounds.v1", "-o", "out.jsonl"],
  ["vocabulary", "bounds.v1", "data.jsonl"],
];

const damaged = [["list"], ["check"], ["publish"], ["check", "--against", "HEAD"]];
/** Versions that nobody published, and lines of a lock that name as many, with a hash that no file has. */
const byHand = (count, title = "a") =>
  Object.fromEntries(
    times(count, (i) => [
      `${subject}/versions/${i + 1}.json`,
      `${JSON.stringify({ $schema: dialect, $id: `urn:waybill:bounds.v1:Worst:${i + 1}`, title, type: "object" })}\n`,
    ]),
  );
const lock = (count) => ({
  "registry/waybill.lock": `waybill-lock 1\n${times(
    count,
    (i) => `version bounds.v1/Worst@${i + 1} ${hash} ${shape} -\n`,
  )
    .sort()
    .join("")}`,
});

/** Each: files that hold under 1 MiB together, and what is run in their folder, in this order. */
export const projects = {
  nothing: () => ({
    files: {},
    commands: [
      ["init"],
      ["new", "example.v1/Other"],
      ["author"],
      ["explain", "REQUIRED_ADDED"],
      ["completion", "bash"],
      ["--get-completions", "waybill", "check", "e"],
      ["check"],
    ],
  }),
  "lock-versions": () => ({
    files: {
      ...one(),
      "registry/waybill.lock": `waybill-lock 1\n${times(5200, (i) => `version bounds.v1/S${String(i).padStart(5, "0")}@1 ${hash} ${shape} -\n`).join("")}`,
    },
    commands: all,
  }),
  "lock-examples": () => ({
    files: {
      ...one(),
      "registry/waybill.lock": `waybill-lock 1\n${times(5500, (i) => `example bounds.v1/Worst/examples/valid/e${String(i).padStart(5, "0")}.json ${hash} bounds.v1/Worst@1\n`).join("")}`,
    },
    commands: all,
  }),
  "lock-line": () => ({
    files: { ...one(), "registry/waybill.lock": `waybill-lock 1\n${" x".repeat(500_000)}\n` },
    commands: all,
  }),
  "lock-conflicts": () => ({
    files: { ...one(), "registry/waybill.lock": `waybill-lock 1\n${"<<<<<<< HEAD\n".repeat(70_000)}` },
    commands: all,
  }),
  "config-lists": () => ({
    files: {
      ...one(),
      "waybill.yaml": `version: 1\nlint:\n  except: [${times(60_000, (i) => `RULE_${i}`).join(", ")}]\n`,
    },
    commands: all,
  }),
  "config-members": () => ({
    files: { ...one(), "waybill.yaml": `version: 1\n${times(60_000, (i) => `key${i}: x\n`).join("")}` },
    commands: all,
  }),
  "config-nested": () => ({
    files: { ...one(), "waybill.yaml": `version: 1\nlint: ${"[".repeat(500_000)}` },
    commands: all,
  }),
  "config-anchors": () => ({
    files: {
      ...one(),
      "waybill.yaml": `version: 1\na0: &a0 [x]\n${times(3000, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join("")}`,
    },
    commands: all,
  }),
  "namespace-text": () => ({
    files: { ...one(`description: >-\n  ${"words of it ".repeat(80_000)}\n`) },
    commands: all,
  }),
  "namespace-tombstones": () => ({
    files: { ...one(`tombstones:\n${times(4000, (i) => `  - { name: gone${i}, reason: r }\n`).join("")}`) },
    commands: all,
  }),
  "namespace-subjects": () => ({
    files: { ...one(`subjects:\n${times(10_000, (i) => `  S${i}: { policy: full }\n`).join("")}`) },
    commands: all,
  }),
  "namespace-consumers": () => ({
    files: { ...one(`consumers: [${times(80_000, (i) => `c${i}`).join(", ")}]\n`) },
    commands: all,
  }),
  // What every version of a namespace shows.
  "namespace-shared": () => ({
    files: {
      ...named(
        `description: >-\n  ${"words of it ".repeat(10_000)}\nconsumers: [${times(19_000, (i) => `c${i}`).join(", ")}]\n`,
      ),
      ...subjects(600, (i) => schema({ type: "object", properties: { [`p${i}`]: text } })),
    },
    commands: [["list"], ...judging],
  }),
  namespaces: () => ({
    files: {
      ...one(),
      ...Object.fromEntries(
        times(3000, (i) => [`registry/n${i}.v1/namespace.yaml`, `title: N${i}\nowners: [nobody]\n`]),
      ),
    },
    commands: all,
  }),
  "streams-many": () => ({
    files: {
      ...one(
        `streams:\n${times(4000, (i) => `  s${i}: { files: "**/x${i}/**/*.jsonl", route: [{ subject: Worst }] }\n`).join("")}`,
      ),
      "data.jsonl": lines(500_000, (i) => ({ value: `${i}` })),
    },
    commands: [...all, ...journals],
  }),
  "streams-globs": () => {
    const deep = `${"a/".repeat(60)}data.jsonl`;
    return {
      files: {
        ...one(`streams: { log: { files: "${"**/a/".repeat(30)}b*.jsonl", route: [{ subject: Worst }] } }\n`),
        [deep]: '{"value":"x"}\n',
      },
      commands: [
        ...all,
        ["validate", "bounds.v1", deep],
        ["validate", "bounds.v1", `${"**/a/".repeat(30)}b*.jsonl`],
        ["vocabulary", "bounds.v1", "a"],
      ],
    };
  },
  "streams-routes": () => ({
    files: {
      ...one(
        `streams: { log: { files: "**/*.jsonl", route: [${times(5000, (i) => `{ when: { k: k${i} }, subject: Worst }`).join(", ")}] } }\n`,
      ),
      "data.jsonl": lines(700_000, (i) => ({ k: i })),
    },
    commands: [...all, ...journals],
  }),
  "vocabulary-rules": () => ({
    files: {
      ...one(
        `streams: ${log}\nvocabularies: { word: { subject: Worst, field: /value, sources: [{ name: log, at: [{ subject: Worst, field: /value }], otherwise: unknown, rules: [${times(2500, (i) => `{ pattern: "^(.*)x${i}$", kind: unknown, parts: [a] }`).join(", ")}] }] } }\n`,
      ),
      "data.jsonl": lines(700_000, (i) => ({ value: `word ${i} ${"x".repeat(i % 90)}` })),
    },
    commands: [...all, ...journals],
  }),
  "vocabulary-pattern": () => ({
    files: {
      ...one(
        `streams: ${log}\nvocabularies: { word: { subject: Worst, field: /value, sources: [{ name: log, at: [{ subject: Worst, field: /value }], otherwise: unknown, rules: [{ pattern: "^(a+)+$", kind: unknown, parts: [a] }] }] } }\n`,
      ),
      "data.jsonl": `${JSON.stringify({ value: `${"a".repeat(60)}!` })}\n`,
    },
    commands: [...all, ...journals],
  }),
  "vocabulary-words": () => ({
    files: {
      ...one(
        `streams: ${log}\nvocabularies: { word: { subject: Worst, field: /value, sources: [{ name: log, at: [{ subject: Worst, field: /value }], otherwise: unknown, map: { ${times(15_000, (i) => `w${i}: unknown`).join(", ")} } }] } }\n`,
      ),
      "data.jsonl": lines(500_000, (i) => ({ value: `w${i}` })),
    },
    commands: [...all, ...journals],
  }),
  "migrations-many": () => ({
    files: {
      ...one(`streams: ${log}\n`),
      ...Object.fromEntries(
        times(1500, (i) => [
          `${subject}/migrations/m${i}.yaml`,
          `from: s${i}\nto: 1\nwhen: { k: k${i} }\nsteps:\n  - default: { field: /value, value: x }\nfixtures:\n  - before: { k: k${i} }\n    after: { k: k${i}, value: x }\n`,
        ]),
      ),
      ...Object.fromEntries(
        times(1500, (i) => [
          `${subject}/legacy/s${i}.schema.json`,
          JSON.stringify({ $schema: dialect, type: "object" }),
        ]),
      ),
      "data.jsonl": lines(500_000, (i) => ({ k: `k${i}` })),
    },
    commands: [...all, ...journals],
  }),
  "migrations-steps": () => ({
    files: {
      ...one(`streams: ${log}\n`),
      [`${subject}/legacy/old.schema.json`]: JSON.stringify({ $schema: dialect, type: "object" }),
      [`${subject}/migrations/old.yaml`]: `from: old\nto: 1\nwhen: { old: { present: true } }\nsteps:\n${times(4000, (i) => `  - rename: { field: /a${i}, to: a${i + 1} }\n`).join("")}fixtures:\n  - before: { old: 1, value: x }\n    after: { old: 1, value: x }\n`,
      "data.jsonl": lines(700_000, (i) => ({ old: i, value: "x", a0: 1 })),
    },
    commands: [...all, ...journals],
  }),
  "migrations-pattern": () => ({
    files: {
      ...one(`streams: ${log}\n`),
      [`${subject}/legacy/old.schema.json`]: JSON.stringify({
        $schema: dialect,
        type: "object",
        properties: { old: { type: "string", pattern: "^(a+)+$" } },
      }),
      [`${subject}/migrations/old.yaml`]:
        "from: old\nto: 1\nwhen: { old: { present: true } }\nsteps:\n  - default: { field: /value, value: x }\nfixtures:\n  - before: { old: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!, value: x }\n    after: { old: 1, value: x }\n",
      "data.jsonl": `${JSON.stringify({ old: `${"a".repeat(60)}!`, value: "x" })}\n`,
    },
    commands: [...all, ...journals],
  }),
  "migrations-fixtures": () => ({
    files: {
      ...one(`streams: ${log}\n`),
      [`${subject}/legacy/old.schema.json`]: JSON.stringify({ $schema: dialect, type: "object" }),
      [`${subject}/migrations/old.yaml`]: `from: old\nto: 1\nwhen: { old: { present: true } }\nsteps:\n  - hash: { field: /value, prefix: "sha256:" }\nfixtures:\n${times(2500, (i) => `  - before: { old: ${i}, value: "${"x".repeat(100)}" }\n    after: { old: ${i}, value: y }\n`).join("")}`,
      "data.jsonl": `${JSON.stringify({ old: 1, value: "x".repeat(300_000) })}\n`,
    },
    commands: [...all, ...journals],
  }),
  "subjects-2000": () => ({
    files: {
      ...named(),
      ...subjects(2000, (i) => schema({ type: "object", properties: { [`p${i}`]: text } })),
    },
    commands: [["list"], ["fmt", "--check"], ...judging, ["author"]],
  }),
  "subjects-all-of": () => ({
    files: { ...named(), ...subjects(300, () => doubling("allOf")) },
    commands: [["list"], ...judging],
  }),
  "subjects-one-of": () => ({
    files: { ...named(), ...subjects(300, () => doubling("oneOf")) },
    commands: [["list"], ...judging],
  }),
  "subjects-hard-unions": () => ({
    files: {
      ...named(),
      ...subjects(25, (n) =>
        schema({
          type: "object",
          properties: {
            value: {
              description: "Hard.",
              allOf: times(12, (i) => ({
                anyOf: times(8, (j) => ({
                  type: "object",
                  properties: { [`p${i}`]: { const: j + n } },
                  required: [`p${i}`],
                })),
              })),
            },
          },
        }),
      ),
    },
    commands: [["list"], ...judging],
  }),
  "subjects-patterns": () => ({
    files: {
      ...named(),
      ...subjects(500, (i) =>
        schema({
          type: "object",
          properties: {
            value: { ...text, pattern: `^(x|y)*${i}(x+y?)+(${"a?".repeat(30)}${"a".repeat(30)})?$` },
          },
        }),
      ),
    },
    commands: [["list"], ...judging],
  }),
  "subjects-pinned-chain": () => ({
    files: {
      ...named(),
      ...subjects(800, (i) =>
        schema({
          type: "object",
          properties: { next: i === 0 ? text : { $ref: `urn:waybill:bounds.v1:S${i - 1}` } },
        }),
      ),
    },
    commands: [["list"], ...judging],
  }),
  "subjects-pinned-dense": () => ({
    files: {
      ...named(),
      ...subjects(150, (i) =>
        schema({
          type: "object",
          properties: record(Math.min(i, 60), (j) => [
            `p${j}`,
            { $ref: `urn:waybill:bounds.v1:S${i - 1 - j}` },
          ]),
        }),
      ),
    },
    commands: [["list"], ...judging],
  }),
  "versions-many": () => {
    const version = (n) =>
      `${JSON.stringify({ $schema: dialect, $id: `urn:waybill:bounds.v1:Worst:${n}`, type: "object", properties: record(10, (i) => [`p${i}`, { anyOf: times(6, (j) => ({ type: "integer", minimum: i * j + n })) }]) })}\n`;
    return {
      files: {
        ...named("policy: full_transitive\n"),
        [`${subject}/schema.json`]: small,
        ...Object.fromEntries(times(320, (i) => [`${subject}/versions/${i + 1}.json`, version(i + 1)])),
      },
      commands: all,
    };
  },
  "versions-changing": () => ({
    files: {
      ...named("policy: full_transitive\n"),
      [`${subject}/schema.json`]: schema({ type: "object", properties: record(300, (i) => [`p${i}`, text]) }),
    },
    // Published, changed by hand, published again: a history that judging looks back at.
    commands: [...all, ["withdraw", "bounds.v1/Worst@1", "--reason", "r"], ["check"]],
  }),
  // Damage that the history is searched for.
  "history-lock": () => ({
    files: { ...named(), [`${subject}/schema.json`]: small, ...byHand(900), ...lock(40) },
    commits: times(200, (i) => lock(i + 1)),
    commands: damaged,
  }),
  "history-deleted": () => ({
    files: { ...named(), [`${subject}/schema.json`]: small, ...lock(5000) },
    commits: [{ ...byHand(5000), ...lock(5000) }],
    commands: damaged,
  }),
  "history-edited": () => ({
    files: { ...named(), [`${subject}/schema.json`]: small, ...byHand(2000, "b"), ...lock(2000) },
    commits: [byHand(2000), { ...byHand(2000, "c"), ...lock(2000) }],
    commands: damaged,
  }),
  "history-long": () => ({
    files: { ...named(), [`${subject}/schema.json`]: small, ...byHand(20), ...lock(20) },
    commits: times(400, (i) => byHand(20, `c${i}`)),
    commands: damaged,
  }),
  "examples-many": () => ({
    files: {
      ...one(),
      ...Object.fromEntries(
        times(4000, (i) => [`${subject}/examples/valid/e${i}.json`, JSON.stringify({ value: `${i}` })]),
      ),
    },
    commands: all,
  }),
  "examples-large": () => ({
    files: {
      ...one(),
      [`${subject}/examples/valid/large.json`]: JSON.stringify(record(40_000, (i) => [`p${i}`, i])),
      [`${subject}/examples/invalid/large.json`]: JSON.stringify({
        instance: times(40_000, (i) => i),
        keyword: "type",
        pointer: "",
        why: "no object",
      }),
    },
    commands: all,
  }),
  "loose-2000": () => ({
    files: Object.fromEntries(
      times(2000, (i) => [`loose/s${i}.json`, schema({ type: "object", properties: { [`p${i}`]: text } })]),
    ),
    commands: [["generate", "--from", "loose", "--out", "out"]],
  }),
  "loose-all-of": () => ({
    files: Object.fromEntries(times(300, (i) => [`loose/s${i}.json`, doubling(i % 2 ? "allOf" : "anyOf")])),
    commands: [["generate", "--from", "loose", "--out", "out"]],
  }),
  "pairs-trivial": () => ({
    files: { "p.jsonl": lines(1 << 20, () => ({ id: "p", old: {}, new: true, expect: {} })) },
    commands: [["prove", "--pairs", "p.jsonl"]],
  }),
  "pairs-lines": () => ({
    files: { "p.jsonl": "\n".repeat(1 << 20) },
    commands: [["prove", "--pairs", "p.jsonl"]],
  }),
  "pairs-hard": () => ({
    files: {
      "p.jsonl": lines(1 << 20, (n) => ({
        id: `p${n}`,
        old: {
          allOf: times(14, (i) => ({
            anyOf: times(10, (j) => ({
              type: "object",
              properties: { [`p${i}`]: { const: j } },
              required: [`p${i}`],
            })),
          })),
        },
        new: { type: "object", not: { allOf: times(14, (i) => ({ required: [`p${i}`] })) } },
        expect: {},
      })),
    },
    commands: [
      ["prove", "--pairs", "p.jsonl"],
      ["prove", "--pairs", "p.jsonl", "--semantics", "record", "--json"],
    ],
  }),
  "pairs-patterns": () => ({
    files: {
      "p.jsonl": lines(1 << 20, (n) => ({
        id: `p${n}`,
        old: { type: "string", pattern: `^(a|b)*a(a|b){${(n % 12) + 10}}$` },
        new: { type: "string", pattern: `^(a|b)*b(a|b){${(n % 12) + 10}}$` },
        expect: {},
      })),
    },
    commands: [["prove", "--pairs", "p.jsonl"]],
  }),
  "journal-empty-objects": () => ({
    files: { ...one(`streams: ${log}\n`), "data.jsonl": "{}\n".repeat(349_000) },
    commands: [["publish"], ...journals],
  }),
  "journal-damaged": () => ({
    files: { ...one(`streams: ${log}\n`), "data.jsonl": "{\n".repeat(520_000) },
    commands: [["publish"], ...journals],
  }),
  "journal-blank": () => ({
    files: { ...one(`streams: ${log}\n`), "data.jsonl": "\r\n".repeat(520_000) },
    commands: [["publish"], ...journals],
  }),
  "journal-one-line": () => ({
    files: { ...one(`streams: ${log}\n`), "data.jsonl": `{"value":"${"x".repeat(1_000_000)}"}` },
    commands: [["publish"], ...journals],
  }),
  "journal-nested": () => ({
    files: {
      ...one(`streams: ${log}\n`),
      "data.jsonl": `${"[".repeat(240)}${"]".repeat(240)}\n`.repeat(2100),
    },
    commands: [["publish"], ...journals],
  }),
  "journal-invariants": () => ({
    files: {
      ...named(`streams: ${log}\n`),
      [`${subject}/schema.json`]: schema({
        type: "object",
        properties: { value: text, at: text },
        "x-invariants": times(2500, (i) => ({
          rule: `rule ${i} holds`,
          check: { when: { k: i }, ordered: ["/at", "/value"] },
        })),
      }),
      "data.jsonl": lines(700_000, (i) => ({ k: i, at: "2024-01-01T00:00:00Z" })),
    },
    commands: [["check"], ["publish"], ["generate"], ...journals],
  }),
  "markdown-fences": () => ({
    files: { ...one(), "page.md": "```json\n{}\n```\n".repeat(69_000) },
    commands: [["publish"], ["validate", "bounds.v1/Worst", "page.md", "--markdown", "--summary"]],
  }),
  "markdown-open-fences": () => ({
    files: { ...one(), "page.md": "```json\n{\n".repeat(100_000) },
    commands: [["publish"], ["validate", "bounds.v1/Worst", "page.md", "--markdown"]],
  }),
  "markdown-ticks": () => ({
    files: { ...one(), "page.md": "`".repeat(1_000_000) },
    commands: [["publish"], ["validate", "bounds.v1/Worst", "page.md", "--markdown"]],
  }),
  "completion-names": () => ({
    files: { ...named(), ...subjects(3000, () => "{}") },
    commands: [
      ["--get-completions", "waybill", "check", "bounds"],
      ["completion", "zsh"],
    ],
  }),
};
