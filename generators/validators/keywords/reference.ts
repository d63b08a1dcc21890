import type { Context } from "../context.ts";
import { contributes } from "../evaluated.ts";
import { acceptance } from "../expression.ts";
import { importOf, referenceKeywords, targetOf } from "../references.ts";
import { isSimple } from "../simple.ts";
import { ofReferences } from "../speaks.ts";
import { statements } from "../statements.ts";
import { not } from "../typed.ts";

const none: readonly string[] = [];

/** `$ref`, `$dynamicRef`, `$recursiveRef`: a call, or the target's own code where that is short. */
export function referenceStatements(context: Context): readonly string[] {
  const { module, place, mode, value, evaluated, pointer } = context;
  if ((place.speaks & ofReferences) === 0) return none;
  return referenceKeywords.flatMap((keyword) => {
    const target = targetOf(module, place, keyword);
    if (target === undefined) return [];
    if (evaluated !== undefined && contributes(module, target)) {
      return [`if (!${module.functionFor("track", target)}(${value}, ${evaluated})) return false;`];
    }
    if (isSimple(target)) return [statements({ ...context, place: target })];
    if (mode === "guard") return [`if (${not(acceptance(module, target, value))}) return false;`];
    const imported = importOf(module, target);
    const collect =
      imported === undefined
        ? module.functionFor("collect", target)
        : module.imports(imported.from, imported.collect);
    return [`${collect}(${value}, ${pointer}, e);`];
  });
}
