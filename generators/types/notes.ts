import type { JsonObject } from "../../src/model.ts";
import { own } from "../../src/schema/json.ts";

/** The constraints a type cannot hold, in one line of plain words; empty where there are none. */
export function notes(schema: JsonObject): string {
  if (!Object.keys(schema).some((name) => noted.has(name) && (name !== "type" || schema.type === "integer")))
    return "";
  const all = [
    own(schema, "type") === "integer" ? "integer" : undefined,
    range(schema),
    own(schema, "minLength") === 1 && own(schema, "maxLength") === undefined
      ? "not empty"
      : counted(schema, "minLength", "maxLength", "character"),
    counted(schema, "minItems", "maxItems", "item"),
    counted(schema, "minProperties", "maxProperties", "member"),
    said(schema, "multipleOf", (value) => `a multiple of ${value}`),
    own(schema, "uniqueItems") === true ? "no two items alike" : undefined,
    said(schema, "format", (value) => `format ${value}`),
    said(schema, "pattern", (value) => `matches ${asCode(value)}`),
  ].filter((note) => note !== undefined);
  const line = all.join(", ");
  return line === "" ? "" : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** In backticks, so that editors show it as it is, where it holds none itself. */
function asCode(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

const noted: ReadonlySet<string> = new Set([
  ...["type", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
  ...["uniqueItems", "format", "pattern"],
]);

function said(schema: JsonObject, name: string, say: (value: string) => string): string | undefined {
  const value = own(schema, name);
  return typeof value === "string" || typeof value === "number" ? say(String(value)) : undefined;
}

function number(schema: JsonObject, name: string): number | undefined {
  const value = own(schema, name);
  return typeof value === "number" ? value : undefined;
}

function range(schema: JsonObject): string | undefined {
  const parts = [
    said(schema, "minimum", (value) => `at least ${value}`),
    said(schema, "exclusiveMinimum", (value) => `more than ${value}`),
    said(schema, "maximum", (value) => `at most ${value}`),
    said(schema, "exclusiveMaximum", (value) => `less than ${value}`),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" and ");
}

function counted(schema: JsonObject, from: string, to: string, thing: string): string | undefined {
  const least = number(schema, from) ?? 0;
  const most = number(schema, to);
  if (most === undefined) return least > 0 ? `at least ${many(least, thing)}` : undefined;
  if (least === most) return `exactly ${many(most, thing)}`;
  return least > 0 ? `${least} to ${many(most, thing)}` : `at most ${many(most, thing)}`;
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
