import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { Compile } from "typebox/schema";
import { evaluator } from "../../../src/evaluate/index.ts";
import type { Json, Schema } from "../../../src/model.ts";
import { instances, schemas } from "./arbitrary.ts";
import type { openFolder } from "./load.ts";

export interface Disagreement {
  readonly with: string;
  readonly schema: Schema;
  readonly instance: Json;
  readonly ours: boolean;
}

/** Random schemas and instances through our emitted code and the others; whatever they judge otherwise. */
export async function disagreements(
  folder: ReturnType<typeof openFolder>,
  options: {
    readonly names: readonly string[];
    readonly seed: number;
    readonly runs: number;
    readonly peers: boolean;
  },
): Promise<{ readonly pairs: number; readonly accepted: number; readonly found: readonly Disagreement[] }> {
  const { names, seed, runs } = options;
  const found: Disagreement[] = [];
  let pairs = 0;
  let accepted = 0;
  const drawn = fc.sample(schemas(names), { seed, numRuns: runs });
  for (const [at, schema] of drawn.entries()) {
    const validator = await folder.load(schema);
    const reference = evaluator(schema);
    const judges: Record<string, (instance: Json) => boolean | undefined> = {
      evaluate: reference.accepts,
      errors: (instance) => validator.validateThing(instance).length === 0,
    };
    if (options.peers) Object.assign(judges, peers(schema));
    for (const instance of fc.sample(instances(names), { seed: seed + at, numRuns: 20 })) {
      const ours = validator.isThing(instance);
      pairs++;
      if (ours) accepted++;
      for (const [name, accepts] of Object.entries(judges)) {
        if (accepts(instance) === !ours) found.push({ with: name, schema, instance, ours });
      }
    }
  }
  return { pairs, accepted, found };
}

function peers(schema: Schema): Record<string, (instance: Json) => boolean | undefined> {
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true, loopRequired: 0 });
  const validate = ajv.compile(typeof schema === "boolean" ? schema : { ...schema });
  const compiled = Compile(typeof schema === "boolean" ? schema : { ...schema });
  return {
    ajv(instance) {
      try {
        return validate(instance);
      } catch (error) {
        // Its code for `unevaluated*` at times writes to a set it never made: that is no answer.
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    },
    typebox: (instance) => compiled.Check(instance),
  };
}

/** Where a peer is known to judge otherwise than the specification; ours agrees with the evaluator in all of these. */
const knownDissents: readonly { readonly peer: string; readonly keyword: RegExp; readonly why: string }[] = [
  { peer: "typebox", keyword: /"(min|max)Contains":/, why: "takes the bounds to assert without `contains`" },
  { peer: "typebox", keyword: /"unevaluated/, why: "applies them to arrays, and misses some neighbours" },
  { peer: "ajv", keyword: /"multipleOf":/, why: "reads 1e21 as 1" },
  {
    peer: "ajv",
    keyword: /"unevaluated/,
    why: "loses what an alternative evaluated where another is boolean",
  },
  {
    peer: "ajv",
    keyword: /"contains":/,
    why: "answers for an empty array what the keyword or item before it left behind",
  },
  { peer: "ajv", keyword: /"dependentRequired":.*""/, why: 'takes a member named "" for absent' },
];

export function isKnownDissent({ with: peer, schema }: Disagreement): boolean {
  const text = JSON.stringify(schema);
  return knownDissents.some((known) => known.peer === peer && known.keyword.test(text));
}
