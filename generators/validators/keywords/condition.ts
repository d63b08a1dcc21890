import { type Context, inPlace } from "../context.ts";
import { contributes } from "../evaluated.ts";
import { acceptance, acceptanceNoting } from "../expression.ts";
import { below } from "../module.ts";
import { read } from "../read.ts";
import { statements } from "../statements.ts";
import { not, unwrapped } from "../typed.ts";
import { memberTests } from "./member-tests.ts";

/** `if`, with `then` and `else`. */
export function condition(context: Context): readonly string[] {
  const { module, place, value, evaluated } = context;
  if (read(place.located, "if") === undefined) return [];
  const branch = (keyword: string) =>
    read(place.located, keyword) === undefined ? "" : statements(inPlace(context, `/${keyword}`));
  const [then, otherwise] = [branch("then"), branch("else")];
  const test = below(module, place, "/if");
  const notes = evaluated !== undefined && contributes(module, test);
  if (then === "" && otherwise === "" && !notes) return [];
  const holds = notes
    ? acceptanceNoting(module, test, value, evaluated)
    : (memberTests(context, test) ?? acceptance(module, test, value));
  if (then === "") {
    return otherwise === "" ? [`${holds};`] : [`if (${not(holds)}) {`, otherwise, "}"];
  }
  return [`if (${unwrapped(holds)}) {`, then, "}", ...(otherwise === "" ? [] : ["else {", otherwise, "}"])];
}
