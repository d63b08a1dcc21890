import { Code } from "typebox/compile";

/** Processor time to emit `count` validators as text: ours whole, ours as TypeBox has them with the guard alone, TypeBox. */
export function emitRatio(emitValidator, schemas, count = 1000) {
  const emitters = {
    whole: (schema) => emitValidator(schema, { name: "Thing" }).length,
    guard: (schema) => emitValidator(schema, { name: "Thing", only: "guard" }).length,
    typebox: (schema) => Code(schema).Code.length,
  };
  const times = { whole: [], guard: [], typebox: [] };
  // The first round warms all of them and is not counted; the quickest of many is the one that others disturbed least.
  for (let round = -1; round < 9; round++) {
    for (const [name, emit] of Object.entries(emitters)) {
      const start = process.cpuUsage();
      for (let turn = 0; turn < count; turn++) {
        // A copy each time: nobody may answer from what it remembers of the object.
        if (emit(structuredClone(schemas[turn % schemas.length])) === 0) throw new Error("nothing emitted");
      }
      if (round >= 0) times[name].push(process.cpuUsage(start).user / 1000);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, rounds]) => [name, Math.min(...rounds)]));
}
