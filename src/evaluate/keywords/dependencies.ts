import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Check, Compile, Site } from "../node.ts";
import { all, run } from "../run.ts";
import { declare } from "./object.ts";

/** `names` are required where `trigger` is present; both are declared. */
function requires(trigger: string, value: readonly Json[], site: Site): Check {
  const names = value.filter((name) => typeof name === "string");
  return (spot, _frame, out) => {
    if (!isObject(spot.value)) return true;
    const missing = Object.hasOwn(spot.value, trigger)
      ? names.find((name) => !isObject(spot.value) || !Object.hasOwn(spot.value, name))
      : undefined;
    if (missing !== undefined) {
      const message = `must have the member "${missing}" where "${trigger}" is present`;
      return site.reject(spot, out, message, { property: trigger, missingProperty: missing });
    }
    declare(out.notes, [trigger, ...names]);
    return true;
  };
}

function applies(trigger: string, site: Site): Check {
  const node = site.node(append(`/${site.keyword}`, trigger));
  return (spot, frame, out) =>
    !isObject(spot.value) || !Object.hasOwn(spot.value, trigger) || run(node, spot, frame, out);
}

/** `dependencies` holds either form by trigger; its successors hold one each. */
export const dependencies: Compile = (value, site) => {
  if (!isObject(value)) return undefined;
  const checks = Object.entries(value).map(([trigger, entry]) =>
    isArray(entry) ? requires(trigger, entry, site) : applies(trigger, site),
  );
  return (spot, frame, out) => all(checks, spot, frame, out);
};
