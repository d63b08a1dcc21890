import { bindingStatements } from "./binding.ts";
import { valueChecks } from "./checks.ts";
import { type Context, fail, failIf } from "./context.ts";
import { logicStatements } from "./keywords/logic.ts";
import { referenceStatements } from "./keywords/reference.ts";
import { unevaluatedStatements } from "./keywords/unevaluated.ts";
import { typed } from "./typed.ts";

/**
 * The code that judges the instance in `context.value` by a place. In a guard it returns false, in a collector it adds
 * errors. `late: false` leaves `unevaluated*` out.
 */
export function statements(context: Context, options: { readonly late?: boolean } = {}): string {
  const { module, place, value } = context;
  const { schema } = place.located;
  if (typeof schema === "boolean") return schema ? "" : fail(context, "rejectFalse");
  const late = options.late === false ? undefined : unevaluatedStatements(context);
  const inner = late?.inner ?? context;
  const checks = valueChecks(module, place.located, value);
  const body = [
    ...checks.map(({ bad, reject, args }) => failIf(inner, bad, reject, ...args)),
    ...typed(inner, (known) => [
      ...referenceStatements(known),
      ...logicStatements(known),
      ...payload(known, late === undefined),
    ]),
  ];
  const code = body.filter((line) => line !== "");
  return [...(late?.before ?? []), ...code, ...(late?.after ?? [])].join("\n");
}

function payload(context: Context, last: boolean): readonly string[] {
  const { binding } = context.module.options;
  return context.binding && binding !== undefined ? bindingStatements(context, binding, last) : [];
}
