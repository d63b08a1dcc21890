import { acceptance } from "../expression.ts";
import { below, type Module, type Place } from "../module.ts";
import { read, readArray } from "../read.ts";
import { referenceKeywords, targetOf } from "../references.ts";
import { ofLogic, ofReferences } from "../speaks.ts";
import { call } from "./call.ts";

/** References and logic: the same instance under other schemas. */
export function samePlace(module: Module, place: Place): readonly string[] {
  const { located } = place;
  const out: string[] = [];
  for (const keyword of (place.speaks & ofReferences) === 0 ? [] : referenceKeywords) {
    const target = targetOf(module, place, keyword);
    if (target !== undefined) out.push(call(module, target, "v", "p"));
  }
  if ((place.speaks & ofLogic) === 0) return out.filter((line) => line !== "");
  const at = (relative: string) => below(module, place, relative);
  for (const index of (readArray(located, "allOf") ?? []).keys())
    out.push(call(module, at(`/allOf/${index}`), "v", "p"));
  for (const keyword of ["anyOf", "oneOf"]) {
    for (const index of (readArray(located, keyword) ?? []).keys()) {
      const inner = call(module, at(`/${keyword}/${index}`), "v", "p");
      if (inner !== "") out.push(`if (${acceptance(module, at(`/${keyword}/${index}`), "v")}) ${inner}`);
    }
  }
  if (read(located, "if") !== undefined) {
    const branch = (keyword: string) =>
      read(located, keyword) === undefined ? "" : call(module, at(`/${keyword}`), "v", "p");
    const holds = [call(module, at("/if"), "v", "p"), branch("then")].filter((line) => line !== "");
    const otherwise = branch("else");
    if (holds.length > 0 || otherwise !== "") {
      out.push(
        `if (${acceptance(module, at("/if"), "v")}) {`,
        ...holds,
        "}",
        ...(otherwise === "" ? [] : [`else ${otherwise}`]),
      );
    }
  }
  return out.filter((line) => line !== "");
}
