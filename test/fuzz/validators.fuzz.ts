import { writeSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { hostileNames, plainNames } from "../generators/validators/arbitrary.ts";
import { disagreements, isKnownDissent } from "../generators/validators/differential.ts";
import { openFolder } from "../generators/validators/load.ts";

const seed = Number(process.env.FUZZ_SEED ?? 1);
const runs = Number(process.env.FUZZ_RUNS ?? 2000);
// Without peers, which take most of the time, the evaluator is asked alone.
const peers = process.env.FUZZ_PEERS !== "no";
const folder = openFolder();
afterAll(folder.close, 120_000);

it(`schemas and instances judged alike by emitted code and evaluator (FUZZ_SEED=${seed} FUZZ_RUNS=${runs})`, async () => {
  const hostile = await disagreements(folder, { names: hostileNames, seed, runs, peers: false });
  const plain = await disagreements(folder, { names: plainNames, seed: seed + runs, runs, peers });
  const dissents = plain.found.filter(isKnownDissent).length;
  writeSync(
    1,
    `${hostile.pairs + plain.pairs} pairs, ${hostile.accepted + plain.accepted} accepted; known dissents of peers: ${dissents}\n`,
  );
  expect(hostile.found).toEqual([]);
  expect(plain.found.filter((one) => !isKnownDissent(one))).toEqual([]);
});
