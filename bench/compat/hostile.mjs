// Hostile questions, each in a process of its own: what it answers, and the most memory that process ever held.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const many = (count, of) => Array.from({ length: count }, (_, index) => of(index));
const nested = (levels, leaf) => (levels === 0 ? leaf : { properties: { a: nested(levels - 1, leaf) } });

/** One more pigeon than holes: true, and exponential for every prover by cases. */
function pigeons(holes) {
  const all = many(holes + 1, (pigeon) => ({
    anyOf: many(holes, (hole) => ({ required: [`${pigeon} in ${hole}`] })),
  }));
  const apart = many(holes, (hole) =>
    many(holes + 1, (a) => many(a, (b) => ({ not: { required: [`${a} in ${hole}`, `${b} in ${hole}`] } }))),
  ).flat(2);
  return { type: "object", allOf: [...all, ...apart] };
}

const automata = { allOf: [{ pattern: "^(a|b)*a(a|b){20}$" }, { pattern: "^(a|b)*b(a|b){20}$" }] };
const branching = (depth) =>
  depth === 0
    ? { type: "integer" }
    : { anyOf: many(3, (i) => ({ properties: { [`p${i}`]: branching(depth - 1) } })) };

const questions = {
  "500 levels of members": [nested(500, { type: "integer" }), nested(500, { type: "number" })],
  "nine holes, ten pigeons": [pigeons(9), false],
  "two automata of a million states": [{ type: "string", ...automata }, false],
  "a thousand million characters": [{ type: "string", minLength: 1e9 }, false],
  "a hundred thousand items": [{ type: "array", minItems: 1e5 }, false],
  "as many items, of twenty members": [
    { type: "array", minItems: 1e5, items: { type: "object", required: many(20, (i) => `member ${i}`) } },
    false,
  ],
  "seventy distinct items": [{ type: "array", uniqueItems: true, minItems: 70 }, false],
  "sixty distinct items of twelve kinds": [
    { type: "array", uniqueItems: true, minItems: 60, items: { enum: many(59, (i) => i) } },
    false,
  ],
  "three thousand positions": [
    { prefixItems: many(3000, () => true) },
    { prefixItems: many(3000, (i) => i < 2999) },
  ],
  "twenty-five thousand holes": [
    { type: "integer", minimum: 0, not: { enum: many(25_000, (i) => i) } },
    false,
  ],
  "fourteen overlapping name patterns": [
    {
      type: "object",
      patternProperties: Object.fromEntries(
        many(14, (i) => [`[a-${"cdefghijklmnop"[i]}]`, { minLength: i }]),
      ),
      minProperties: 3,
    },
    { maxProperties: 1 },
  ],
  "alternatives in alternatives": [branching(6), { ...branching(6), maxProperties: 5 }],
  "ten thousand changed members": [
    { properties: Object.fromEntries(many(10_000, (i) => [`p${i}`, { minimum: i }])) },
    { properties: Object.fromEntries(many(10_000, (i) => [`p${i}`, { minimum: i - 1 }])) },
  ],
};

/** @param engine path of a bundle that exports `decide`. */
export function measureHostile(engine) {
  console.log("\nhostile questions, each in a process of its own");
  for (const name of Object.keys(questions)) {
    const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), engine, name], {
      encoding: "utf8",
    });
    console.log(`${name.padEnd(40)} ${status === 0 ? stdout.trim() : `ended with ${status}`}`);
  }
}

const [, script, engine, name] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const { decide } = await import(engine);
  const [old, next] = questions[name];
  const before = process.resourceUsage().maxRSS;
  const { verdict, reason = "", pointer = "" } = decide(old, next);
  const { maxRSS } = process.resourceUsage();
  const why = reason.split(";")[0];
  console.log(
    `${(maxRSS / 1024).toFixed(0)} MiB (${(before / 1024).toFixed(0)} before), ${verdict} ${why} ${pointer.slice(0, 40)}`,
  );
}
