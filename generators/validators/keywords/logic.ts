import { type Context, fail, inPlace } from "../context.ts";
import { acceptance, acceptanceNoting, onlyReference } from "../expression.ts";
import { below, type Place } from "../module.ts";
import { read, readArray } from "../read.ts";
import { importOf } from "../references.ts";
import { isSimple } from "../simple.ts";
import { ofLogic, ofType } from "../speaks.ts";
import { statements } from "../statements.ts";
import { not } from "../typed.ts";
import { hasType } from "../types.ts";
import { condition } from "./condition.ts";
import { selection } from "./selection.ts";

const none: readonly string[] = [];

/** `allOf`, `anyOf`, `oneOf`, `not`, `if`. */
export function logicStatements(context: Context): readonly string[] {
  const { place } = context;
  if ((place.speaks & ofLogic) === 0) return none;
  const all = [...(readArray(place.located, "allOf") ?? []).keys()];
  return [
    ...all.map((index) => statements(inPlace(context, `/allOf/${index}`))),
    ...alternatives(context, "anyOf"),
    ...alternatives(context, "oneOf"),
    ...negation(context),
    ...condition(context),
  ];
}

function alternatives(context: Context, keyword: "anyOf" | "oneOf"): readonly string[] {
  const { module, place, value, evaluated, pointer, mode } = context;
  const listed = readArray(place.located, keyword);
  if (listed === undefined) return [];
  const switched = selection(context, keyword);
  if (switched !== undefined) return switched;
  const all = listed.map((_, index) => below(module, place, `/${keyword}/${index}`));
  const branches = keyword === "anyOf" && evaluated === undefined ? withoutCovered(all) : all;
  const tests = branches.map((branch) =>
    evaluated === undefined
      ? acceptance(module, branch, value)
      : acceptanceNoting(module, branch, value, evaluated),
  );
  if (keyword === "anyOf") {
    if (evaluated === undefined && tests.includes("true")) return [];
    const [only, ...others] = tests;
    const bad =
      only !== undefined && others.length === 0
        ? not(only)
        : `!(${tests.join(evaluated === undefined ? " || " : " | ")})`;
    if (mode === "guard") return [`if (${bad}) return false;`];
    const told = collectors(context, branches);
    const name = module.runtime("alternatives", told.length === 0 ? "rejectAnyOf" : "explainAnyOf");
    const args = told.length === 0 ? ["e", pointer] : ["e", pointer, value, ...told];
    return [`if (${bad}) ${name}(${args.join(", ")});`];
  }
  if (mode === "guard") return [`if (${tests.map((test) => `+(${test})`).join(" + ")} !== 1) return false;`];
  const name = module.runtime("alternatives", "rejectUnlessOne");
  return [
    `${name}(${["e", pointer, value, `[${tests.join(", ")}]`, ...collectors(context, branches)].join(", ")});`,
  ];
}

/** Drops listed values where another alternative takes all of their type: an open enum is just its type. */
function withoutCovered(branches: readonly Place[]): readonly Place[] {
  const whole = branches.filter(({ speaks }) => speaks === ofType);
  const covered = whole.flatMap(({ types }) => types ?? []);
  if (covered.length === 0) return branches;
  return branches.filter(({ located }) => {
    const constant = read(located, "const");
    const values = constant === undefined ? readArray(located, "enum") : [constant];
    return !values?.every((value) => hasType(value, covered));
  });
}

/** What says why each alternative rejected; those that can only say "another value" are left out. */
function collectors(context: Context, branches: readonly Place[]): readonly string[] {
  const { module } = context;
  return branches.flatMap((branch) => {
    const target = onlyReference(module, branch) ?? branch;
    if (isPlain(target)) return [];
    const imported = importOf(module, target);
    return [
      imported === undefined
        ? module.functionFor("collect", target)
        : module.imports(imported.from, imported.collect),
    ];
  });
}

function isPlain(place: Place): boolean {
  if (!isSimple(place)) return false;
  const { schema } = place.located;
  if (typeof schema === "boolean") return true;
  const telling = ["pattern", "format", "minLength", "maxLength", "minimum", "maximum", "multipleOf"];
  return telling.every((name) => read(place.located, name) === undefined);
}

function negation(context: Context): readonly string[] {
  const { module, place, value } = context;
  if (read(place.located, "not") === undefined) return [];
  const test = acceptance(module, below(module, place, "/not"), value);
  return test === "false" ? [] : [`if (${test}) ${fail(context, "rejectNot")}`];
}
