import { Compile } from "typebox/schema";
import type { Oracle } from "./oracle.ts";

/**
 * TypeBox's compiler as a further opinion where Ajv dissents. It stands apart from the index, so that only those who
 * ask for it load it.
 */
export function makeTypeBoxOracle(): Oracle {
  return {
    name: "TypeBox",
    compile(schema) {
      const validator = Compile(typeof schema === "boolean" ? schema : { ...schema });
      return (instance) => validator.Check(instance);
    },
  };
}
