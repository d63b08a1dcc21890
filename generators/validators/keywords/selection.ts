import { type Context, fail } from "../context.ts";
import { discriminatorOf } from "../discriminator.ts";
import { contributes } from "../evaluated.ts";
import { acceptance, onlyReference } from "../expression.ts";
import { below, type Place } from "../module.ts";
import { js, memberOf } from "../quote.ts";
import { readArray } from "../read.ts";
import { importOf } from "../references.ts";
import { not } from "../typed.ts";

/** `anyOf` or `oneOf` as a switch on the member that tells the alternatives apart; undefined where none does. */
export function selection(context: Context, keyword: "anyOf" | "oneOf"): readonly string[] | undefined {
  const { module, place, value } = context;
  const branches = (readArray(place.located, keyword) ?? []).map((_, index) =>
    below(module, place, `/${keyword}/${index}`),
  );
  const discriminator = discriminatorOf(module, branches);
  if (discriminator === undefined) return undefined;
  const object = context.object ?? module.variable("o");
  const reject =
    context.mode === "guard"
      ? "return false;"
      : `${module.runtime("alternatives", keyword === "anyOf" ? "rejectAnyOf" : "rejectNone")}(e, ${context.pointer});`;
  const cases = branches.flatMap((branch, index) => {
    const labels = (discriminator.values[index] ?? []).map((one) => `case ${js(one)}:`);
    return labels.length === 0 ? [] : [...labels, ...chosen(context, branch, reject), "break;"];
  });
  const body = [`switch (${memberOf(object, discriminator.name)}) {`, ...cases, "default:", reject, "}"];
  if (context.object !== undefined) return body;
  const declared = `const ${object} = ${module.runtime("object", "object")}(${value});`;
  return context.mode === "guard"
    ? [declared, `if (${object} === undefined) ${fail(context, "")}`, ...body]
    : [declared, `if (${object} === undefined) ${reject}`, "else {", ...body, "}"];
}

function chosen(context: Context, branch: Place, reject: string): readonly string[] {
  const { module, value, evaluated, pointer, mode } = context;
  if (evaluated !== undefined && contributes(module, branch)) {
    return [`if (!${module.functionFor("track", branch)}(${value}, ${evaluated})) return false;`];
  }
  if (mode === "guard") return [`if (${not(acceptance(module, branch, value))}) return false;`];
  const target = onlyReference(module, branch) ?? branch;
  const imported = importOf(module, target);
  const collect =
    imported === undefined
      ? module.functionFor("collect", target)
      : module.imports(imported.from, imported.collect);
  // The alternative's own errors say why; the keyword's own says that no other was meant.
  return [`if (${module.runtime("alternatives", "fails")}(${collect}, ${value}, ${pointer}, e)) ${reject}`];
}
