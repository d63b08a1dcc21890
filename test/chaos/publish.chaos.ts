import { expect, it } from "vitest";
import { killPublish, type Moment } from "../kit/kill.ts";

const kills = Number(process.env["WAYBILL_KILLS"] ?? 200);
const seed = Number(process.env["WAYBILL_SEED"] ?? Date.now() % 1_000_000);

it(`${kills} kills at random moments (WAYBILL_SEED=${seed}): always the old registry or the new one`, async () => {
  const random = mulberry(seed);
  const seen = { old: 0, new: 0, neither: 0, between: 0 };
  for (let count = 0; count < kills; count += 1) {
    // One in four at any time; the others while it writes, most of them soon: on an idle machine that is over in 5 ms.
    const moment: Moment =
      count % 4 === 0
        ? { after: "start", milliseconds: 100 + random() * 400 }
        : { after: "first write", milliseconds: random() ** 2 * 30 };
    const { state, between, wrong } = await killPublish(moment);
    expect(wrong, `kill ${count}: ${JSON.stringify(moment)}`).toBeUndefined();
    seen[state] += 1;
    if (between) seen.between += 1;
  }
  expect(seen.neither).toBe(0);
  // Kills that all fell before or after the writing would show nothing.
  expect(seen.between).toBeGreaterThan(kills / 10);
  process.stdout.write(`${JSON.stringify(seen)}\n`);
});

/** A small seeded generator, so that a failing run can be repeated. */
function mulberry(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
