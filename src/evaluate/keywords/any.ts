import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";
import { keyOf } from "../equal.ts";
import type { Check, Compile, Site } from "../node.ts";

const tests: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ["null", (value: Json) => value === null],
  ["boolean", (value: Json) => typeof value === "boolean"],
  ["number", (value: Json) => typeof value === "number"],
  ["integer", (value: Json) => Number.isInteger(value)],
  ["string", (value: Json) => typeof value === "string"],
  ["array", (value: Json) => isArray(value)],
  ["object", (value: Json) => isObject(value)],
]);

export const type: Compile = (value, site) => {
  const names = (isArray(value) ? value : [value]).filter((name) => typeof name === "string");
  const allowed = names.flatMap((name) => tests.get(name) ?? []);
  const [first] = allowed;
  const only = allowed.length === 1 ? first : undefined;
  return (spot, _frame, out) =>
    (only === undefined ? allowed.some((test) => test(spot.value)) : only(spot.value)) ||
    site.reject(spot, out, `must be ${names.join(" or ")}`, { type: value });
};

export const enumeration: Compile = (value, site) =>
  isArray(value) ? oneOfValues(value, site, "must be one of the listed values", "allowedValues") : undefined;

export const constant: Compile = (value, site) =>
  oneOfValues([value], site, `must be ${JSON.stringify(value)}`, "allowedValue");

function oneOfValues(values: readonly Json[], site: Site, message: string, param: string): Check {
  const scalars = new Set(values.filter(isScalar));
  const keys = new Set(values.map(keyOf));
  const lists = (value: Json) => (isScalar(value) ? scalars.has(value) : keys.has(keyOf(value)));
  const params = { [param]: param === "allowedValue" ? (values[0] ?? null) : values };
  return (spot, _frame, out) => {
    if (!lists(spot.value)) return site.reject(spot, out, message, params);
    if (out.notes !== undefined) out.notes.fixed = true;
    return true;
  };
}

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
