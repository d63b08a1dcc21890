import { expect, it } from "vitest";
import { killPublish } from "../kit/kill.ts";

const kills = Number(process.env["WAYBILL_KILLS"] ?? 200);
const seed = Number(process.env["WAYBILL_SEED"] ?? Date.now() % 1_000_000);

it(`${kills} kills at random moments (WAYBILL_SEED=${seed}): always the old registry or the new one`, async () => {
  const random = mulberry(seed);
  const seen = { old: 0, new: 0, neither: 0 };
  for (let count = 0; count < kills; count += 1) {
    const milliseconds = 100 + random() * 250;
    const { state, wrong } = await killPublish(milliseconds);
    expect(wrong, `kill ${count} after ${milliseconds.toFixed(1)} ms`).toBeUndefined();
    seen[state] += 1;
  }
  expect(seen.neither).toBe(0);
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
