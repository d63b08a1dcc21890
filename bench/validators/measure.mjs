/**
 * Nanoseconds per call for each contender over the same instances: rounds in turn, so that all meet the same machine,
 * and the median of the rounds.
 */
export function compare(contenders, instances, { rounds = 9, milliseconds = 60 } = {}) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const time = run(contenders[name], instances, milliseconds);
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

function run(accepts, instances, milliseconds) {
  let calls = 0;
  let kept = 0;
  const start = process.hrtime.bigint();
  const end = start + BigInt(milliseconds) * 1_000_000n;
  let now = start;
  do {
    for (let turn = 0; turn < 200; turn++) for (const instance of instances) if (accepts(instance)) kept++;
    calls += 200 * instances.length;
    now = process.hrtime.bigint();
  } while (now < end);
  if (kept < 0) throw new Error("unreachable");
  return Number(now - start) / calls;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
