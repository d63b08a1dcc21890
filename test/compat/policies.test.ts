import { describe, expect, it } from "vitest";
import type { Decide } from "../../src/compat/decide.ts";
import { type JudgedVersion, judge } from "../../src/compat/judge.ts";
import { policies } from "../../src/compat/policy.ts";
import type { PolicyName, Schema } from "../../src/model.ts";

const columns: readonly PolicyName[] = [
  ...(["none", "backward", "forward", "full"] as const),
  ...(["backward_transitive", "forward_transitive", "full_transitive", "additive"] as const),
];

/** What happens to a subject; versions oldest first. */
interface Story {
  readonly history: readonly (Schema | Flagged)[];
  readonly next: Schema;
  readonly tombstones?: readonly { readonly name: string; readonly reason: string }[];
  readonly decide?: Decide;
}
interface Flagged {
  readonly schema: Schema;
  readonly withdrawn?: true;
  readonly barrier?: true;
}

const text = { type: "string" };
const job = (members: object, more: object = {}): Schema => ({
  type: "object",
  properties: { id: text, ...members },
  ...more,
});
const bare = job({});
const noted = job({ note: text });
const numbered = job({ note: { type: "integer" } });
const open = (...values: string[]) => job({ lane: { anyOf: [{ enum: values }, text] } });
const binds = (map: object) => job({}, { "x-kinds": { discriminator: "/id", payload: "/note", map } });
const redacted = (redact: string) => job({ token: { type: "string", "x-redact": redact } });
const unsure: Decide = () => ({ verdict: "undecided", reason: "too deep", pointer: "" });

const stories: Readonly<Record<string, Story>> = {
  "an optional member is added": { history: [bare], next: noted },
  "prose changes": { history: [bare], next: { ...(bare as object), description: "A job." } },
  "a member becomes required": { history: [noted], next: job({ note: text }, { required: ["note"] }) },
  "a member need no longer be there": { history: [job({ note: text }, { required: ["note"] })], next: noted },
  "a type is replaced": { history: [noted], next: numbered },
  "a closed enum grows": { history: [job({ l: { enum: ["a"] } })], next: job({ l: { enum: ["a", "b"] } }) },
  "a closed enum shrinks": { history: [job({ l: { enum: ["a", "b"] } })], next: job({ l: { enum: ["a"] } }) },
  "an open enum grows": { history: [open("a")], next: open("a", "b") },
  "it is the first version": { history: [], next: bare },

  "an optional member is removed": { history: [noted], next: bare },
  "an optional member is renamed": { history: [noted], next: job({ notes: text }) },
  "an open enum loses a known value": { history: [open("a", "b")], next: open("a") },
  "a kind is bound": { history: [binds({ a: "x.v1/A" })], next: binds({ a: "x.v1/A", b: "x.v1/B" }) },
  "a kind is no longer bound": { history: [binds({ a: "x.v1/A" })], next: binds({}) },
  "a kind is bound to another": { history: [binds({ a: "x.v1/A" })], next: binds({ a: "x.v1/B" }) },
  "a redaction is weakened": { history: [redacted("on-persist")], next: redacted("on-export") },
  "a redaction is strengthened": { history: [redacted("on-export")], next: redacted("on-persist") },
  "a retired name comes back": {
    history: [bare],
    next: noted,
    tombstones: [{ name: "note", reason: "it was a number" }],
  },

  "a removed member comes back as a number": { history: [noted, bare], next: numbered },
  "… behind a barrier": { history: [noted, { schema: bare, barrier: true }], next: numbered },
  "… and the version with it was withdrawn": {
    history: [{ schema: noted, withdrawn: true }, bare],
    next: numbered,
  },
  "… and the barrier was withdrawn": {
    history: [noted, { schema: bare, barrier: true, withdrawn: true }],
    next: numbered,
  },
  "the barrier itself is broken": { history: [bare, { schema: noted, barrier: true }], next: numbered },
  "the newest was withdrawn; the one before is kept": {
    history: [noted, { schema: numbered, withdrawn: true }],
    next: noted,
  },
  "the newest was withdrawn; the one before is broken": {
    history: [noted, { schema: numbered, withdrawn: true }],
    next: numbered,
  },
  "it was required, then not, and is again": {
    history: [job({ note: text }, { required: ["note"] }), noted],
    next: job({ note: text }, { required: ["note"] }),
  },
  "only the oldest reader holds an enum closed": {
    history: [job({ l: { enum: ["a"] } }), job({ l: { enum: ["a", "b"] } })],
    next: job({ l: { enum: ["a", "b"] } }),
  },

  "nothing can be written any more": {
    history: [bare],
    next: job({}, { minProperties: 2 }),
  },
  "the engine cannot tell": { history: [bare], next: noted, decide: unsure },
};

/** A cross where the policy lets it not pass. B, F, U: backward, forward, full; t: transitive; A: additive. */
const table = `
                                                     none  B  F  U  Bt  Ft  Ut  A
an optional member is added                            .   .  .  .   .   .   .  .
prose changes                                          .   .  .  .   .   .   .  .
a member becomes required                              .   x  .  x   x   .   x  x
a member need no longer be there                       .   .  x  x   .   x   x  x
a type is replaced                                     .   x  x  x   x   x   x  x
a closed enum grows                                    .   .  x  x   .   x   x  x
a closed enum shrinks                                  .   x  .  x   x   .   x  x
an open enum grows                                     .   .  .  .   .   .   .  .
it is the first version                                .   .  .  .   .   .   .  .

an optional member is removed                          .   .  .  .   .   .   .  x
an optional member is renamed                          .   .  .  .   .   .   .  x
an open enum loses a known value                       .   .  .  .   .   .   .  x
a kind is bound                                        .   .  .  .   .   .   .  .
a kind is no longer bound                              .   .  .  .   .   .   .  x
a kind is bound to another                             .   .  .  .   .   .   .  x
a redaction is weakened                                .   .  .  .   .   .   .  x
a redaction is strengthened                            .   .  .  .   .   .   .  .
a retired name comes back                              .   .  .  .   .   .   .  x

a removed member comes back as a number                .   .  .  .   x   x   x  x
… behind a barrier                                     .   .  .  .   .   .   .  .
… and the version with it was withdrawn                .   .  .  .   .   .   .  .
… and the barrier was withdrawn                        .   x  x  x   x   x   x  x
the barrier itself is broken                           .   x  x  x   x   x   x  x
the newest was withdrawn; the one before is kept       .   .  .  .   .   .   .  .
the newest was withdrawn; the one before is broken     .   x  x  x   x   x   x  x
it was required, then not, and is again                .   x  .  x   x   .   x  x
only the oldest reader holds an enum closed            .   .  .  .   .   x   x  x

nothing can be written any more                        .   x  x  x   x   x   x  x
the engine cannot tell                                 .   x  x  x   x   x   x  x
`;

const rows = table
  .split("\n")
  .slice(2)
  .flatMap((line) => {
    const [, name, marks] = /^(\S.*?) {2,}([.x ]+)$/.exec(line) ?? [];
    return name === undefined || marks === undefined
      ? []
      : [{ name, marks: marks.trim().split(/\s+/).join(" ") }];
  });

function passes(policy: PolicyName, { history, next, tombstones, decide }: Story): boolean {
  const versions = history.map((entry, index): JudgedVersion => {
    const flagged: Flagged =
      typeof entry === "object" && "schema" in entry ? (entry as Flagged) : { schema: entry };
    const { schema, withdrawn = false, barrier = false } = flagged;
    return { address: `a.v1/Job@${index + 1}`, schema, dialect: "2020-12", withdrawn, barrier };
  });
  const draft = { address: "a.v1/Job@9", schema: next, dialect: "2020-12" } as const;
  const { findings } = judge({
    subject: "a.v1/Job",
    policy,
    history: versions,
    next: draft,
    tombstones,
    decide,
  });
  return findings.every(({ severity }) => severity !== "error");
}

describe("policies", () => {
  it.each(rows)("$name", ({ name, marks }) => {
    const story = stories[name];
    if (story === undefined) throw new Error(`no story "${name}"`);
    expect(columns.map((policy) => (passes(policy, story) ? "." : "x")).join(" ")).toBe(marks);
  });

  it("are all in the table, and so is every story", () => {
    expect([...columns].sort()).toEqual(Object.keys(policies).sort());
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(stories));
  });
});
