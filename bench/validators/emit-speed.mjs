import { Code } from "typebox/compile";

/** Processor time to emit `count` validators as text, ours with guard, errors and writer form, TypeBox with its guard. */
export function emitRatio(emitValidator, schemas, count = 1000) {
  const emitters = {
    waybill: (schema) => emitValidator(schema, { name: "Thing" }).length,
    typebox: (schema) => Code(schema).Code.length,
  };
  const times = { waybill: [], typebox: [] };
  for (let round = -1; round < 3; round++) {
    for (const [name, emit] of Object.entries(emitters)) {
      const start = process.cpuUsage();
      for (let turn = 0; turn < count; turn++) {
        // A copy each time: nobody may answer from what it remembers of the object.
        if (emit(structuredClone(schemas[turn % schemas.length])) === 0) throw new Error("nothing emitted");
      }
      if (round >= 0) times[name].push(process.cpuUsage(start).user / 1000);
    }
  }
  return { waybill: Math.min(...times.waybill), typebox: Math.min(...times.typebox) };
}
