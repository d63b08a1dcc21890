import { bindingStatements } from "./binding.ts";
import { valueChecks } from "./checks.ts";
import { type Context, fail, failCheck } from "./context.ts";
import { logicStatements } from "./keywords/logic.ts";
import { referenceStatements } from "./keywords/reference.ts";
import { unevaluatedStatements } from "./keywords/unevaluated.ts";
import { ofLogic, ofNumbers, ofReferences, ofStrings, ofType, ofValues } from "./speaks.ts";
import { leaf, typed } from "./typed.ts";

const none: readonly string[] = [];
const leafGroups = ofType | ofStrings | ofNumbers;

/**
 * The code that judges the instance in `context.value` by a place. In a guard it returns false, in a collector it adds
 * errors. `late: false` leaves `unevaluated*` out.
 */
export function statements(context: Context, options: { readonly late?: boolean } = {}): string {
  const { module, place, value } = context;
  const { schema } = place.located;
  if (typeof schema === "boolean") return schema ? "" : fail(context, "rejectFalse");
  if (place.speaks === 0 && !context.binding) return "";
  if ((place.speaks & ~leafGroups) === 0 && !context.binding) {
    const code = leaf(context);
    if (code !== undefined) return joined(code);
  }
  const late = options.late === false ? undefined : unevaluatedStatements(context);
  const inner = late?.inner ?? context;
  const lines: string[] = late === undefined ? [] : [...late.before];
  if ((place.speaks & ofValues) !== 0) {
    for (const check of valueChecks(module, place.located, value)) lines.push(failCheck(inner, check));
  }
  for (const line of typed(inner, late === undefined ? lastGeneral : earlyGeneral)) {
    if (line !== "") lines.push(line);
  }
  if (late !== undefined) lines.push(...late.after);
  return joined(lines);
}

/** Lines as one text; for the few of one place quicker than `join`. */
function joined(lines: readonly string[]): string {
  let text = lines[0] ?? "";
  for (let at = 1; at < lines.length; at++) text += `\n${lines[at]}`;
  return text;
}

const lastGeneral = (context: Context) => general(context, true);
const earlyGeneral = (context: Context) => general(context, false);

/** What speaks of a value of any type. */
function general(context: Context, last: boolean): readonly string[] {
  const { speaks } = context.place;
  if ((speaks & (ofReferences | ofLogic)) === 0) return context.binding ? payload(context, last) : none;
  return [...referenceStatements(context), ...logicStatements(context), ...payload(context, last)];
}

function payload(context: Context, last: boolean): readonly string[] {
  const { binding } = context.module.options;
  return context.binding && binding !== undefined ? bindingStatements(context, binding, last) : [];
}
