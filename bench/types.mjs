// npm run bench -- types [contender] [source]: soundness and narrowness of generated types beside their peers, measured in one run.
import { contenders } from "./types/contenders.mjs";
import { judge } from "./types/judge.mjs";
import { registry, releases, suite } from "./types/sources.mjs";

const [only = "", from = ""] = process.argv.slice(2);
const official = suite();
if (official === undefined) console.log("skipped: the official suite is not present (WAYBILL_DATA)");
const sources = { ...official?.byDraft, "built-in registry": registry() };
const recorded = releases();
if (recorded !== undefined) sources["spec-kitty-events"] = recorded;
const total = { source: "the official suite" };

for (const [name, make] of Object.entries(contenders)) {
  if (!name.startsWith(only)) continue;
  console.log(`\n${name}`);
  const rows = {};
  for (const [source, groups] of Object.entries(sources)) {
    if (!source.startsWith(from)) continue;
    const tally = await judge(make, groups, official?.remotes ?? new Map());
    rows[source] = row(tally);
    if (official?.byDraft[source] !== undefined) {
      total[name] = add(total[name], tally);
    }
  }
  if (total[name] !== undefined) rows["suite, three drafts"] = row(total[name]);
  console.table(rows);
}

const ours = total.waybill;
if (ours !== undefined) {
  const sound = ours.crashes + ours.refused + ours.rejected === 0;
  console.log(
    `waybill on the suite: ${sound ? "no crash, no refusal, no valid instance rejected" : "NOT SOUND"}`,
  );
  const peer = total["json-schema-to-ts"];
  if (peer !== undefined) {
    const share = (tally) => `${((100 * tally.accepted) / tally.invalid).toFixed(1)} %`;
    console.log(`invalid instances accepted: waybill ${share(ours)}, json-schema-to-ts ${share(peer)}`);
  }
  if (!sound) process.exitCode = 1;
}

function row({ groups, faultless, crashes, refused, valid, rejected, invalid, accepted, ms }) {
  return {
    schemas: groups,
    "without fault": faultless,
    crashes,
    "tsc refuses": refused,
    "valid judged": valid,
    "valid rejected": rejected,
    "invalid judged": invalid,
    "invalid accepted": accepted,
    "ms to emit": Math.round(ms),
  };
}

function add(sum, tally) {
  return Object.fromEntries(Object.entries(tally).map(([name, count]) => [name, count + (sum?.[name] ?? 0)]));
}
