/**
 * Nanoseconds of processor time per call for each contender over the same instances: rounds in turn, so that all meet
 * the same machine, and the third least of the rounds: others on the machine disturbed it little, and a clock that
 * missed some of a round did not make it.
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
  return Object.fromEntries(names.map((name) => [name, times[name].sort((a, b) => a - b)[2]]));
}

function run(accepts, instances, milliseconds) {
  let calls = 0;
  let kept = 0;
  const start = process.cpuUsage();
  const end = performance.now() + milliseconds;
  do {
    for (let turn = 0; turn < 200; turn++) for (const instance of instances) if (accepts(instance)) kept++;
    calls += 200 * instances.length;
  } while (performance.now() < end);
  if (kept < 0) throw new Error("unreachable");
  return (process.cpuUsage(start).user * 1000) / calls;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
