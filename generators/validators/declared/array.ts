import { acceptance } from "../expression.ts";
import { below, type Module, type Place } from "../module.ts";
import { read, readArray } from "../read.ts";
import { call } from "./call.ts";

/** What a place declares of an array `v`. */
export function arrayDeclarations(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const out: string[] = [];
  const modern = located.dialect === "2020-12";
  const listKeyword = modern ? "prefixItems" : "items";
  const listed = readArray(located, listKeyword);
  for (const index of (listed ?? []).keys()) {
    const inner = call(
      module,
      below(module, place, `/${listKeyword}/${index}`),
      `v[${index}]`,
      `p + "/${index}"`,
    );
    if (inner !== "") out.push(`if (v.length > ${index}) ${inner}`);
  }
  const each = (keyword: string, from: number, test?: string) => {
    if (read(located, keyword) === undefined) return;
    const inner = call(module, below(module, place, `/${keyword}`), "v[i]", 'p + "/" + i');
    if (inner === "") return;
    out.push(`for (let i = ${from}; i < v.length; i++) ${test === undefined ? "" : `if (${test}) `}${inner}`);
  };
  each(modern || listed === undefined ? "items" : "additionalItems", listed?.length ?? 0);
  if (read(located, "contains") !== undefined) {
    each("contains", 0, acceptance(module, below(module, place, "/contains"), "v[i]"));
  }
  if (read(located, "unevaluatedItems") !== undefined) {
    out.push("const s = new Set();", `${module.functionFor("early", place)}(v, s);`);
    each("unevaluatedItems", 0, "!s.has(i)");
  }
  return out;
}
